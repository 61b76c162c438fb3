"""Demos are mounted each on a server of its own, so they leave nothing to the next test."""

import pytest


@pytest.fixture
def page(kept_page):
    return kept_page
