"""What a notebook says where a library is not installed that the course does not bring with it.

    with missing.explained():
        import torch

ends in one line of text, with what to type, where PyTorch is not there.
"""

from collections.abc import Iterator
from contextlib import contextmanager

LINES = {
    "torch": "PyTorch is missing. Type in a cell: %pip install torch, then run this cell again.",
}


class Missing(ModuleNotFoundError):
    """A library is not installed. The message says which, and the line that gets it."""

    def _render_traceback_(self) -> list[str]:  # what Jupyter shows in place of a traceback
        return [str(self)]


@contextmanager
def explained() -> Iterator[None]:
    """Imports inside of it raise `Missing` where a library of `LINES` is not there."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in LINES:
            raise
        raise Missing(LINES[error.name], name=error.name) from None
