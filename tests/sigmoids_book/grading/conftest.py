"""What the tests of scoring share: the small set, solved and blank, and a sandbox."""

import os

import nbformat
import pytest

from sigmoids_book import release
from sigmoids_book.grading import sandbox
from sigmoids_book.grading.source import read_source
from tests.support.submissions import SMALL


@pytest.fixture(scope="module")
def sandboxed():
    """Skips what this machine cannot do; on CI it must."""
    reason = sandbox.why_not()
    if reason and not os.environ.get("CI"):
        pytest.skip(reason)
    assert reason == ""


@pytest.fixture(scope="module")
def solved():
    return nbformat.read(SMALL, as_version=4)


@pytest.fixture(scope="module")
def blank(solved):
    return release.release(solved)


@pytest.fixture(scope="module")
def source():
    return read_source(SMALL.parent, seed="tests")
