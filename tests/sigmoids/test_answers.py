"""What a value is that a learner hands in: its numbers, or what it is in place of numbers."""

import decimal
import fractions
import math

import mpmath
import numpy as np
import pytest
import sympy as sp
import torch

from sigmoids import answers
from sigmoids.answers import Odd


@pytest.mark.parametrize(
    ("x", "number"),
    [
        (2, 2.0),
        (np.int8(2), 2.0),
        (np.array(fractions.Fraction(1, 2)), 0.5),
        (decimal.Decimal("0.5"), 0.5),
        (sp.Rational(1, 2), 0.5),
        (sp.log(9) / sp.log(3), 2.0),
        (mpmath.mpf(0.5), 0.5),
        (sp.oo, math.inf),
        (10**400, math.inf),
        (-(10**400), -math.inf),
        (True, None),
        (np.array(True), None),
        (sp.I, None),
        (sp.Symbol("x"), None),
        (sp.true, None),
        (mpmath.mpc(0, 1), None),
        (1j, None),
        ("2", None),
        (None, None),
    ],
)
def test_an_exact_number_is_read_as_a_double(x, number):
    found = answers.real(x)
    assert found == number and type(found) is type(number)


def test_a_number_of_sympy_that_is_too_large_is_infinite():
    assert answers.real(sp.Integer(10) ** 400) == math.inf
    assert answers.real(-(sp.Integer(10) ** 400)) == -math.inf


@pytest.mark.parametrize(
    ("x", "odd"),
    [
        (torch.tensor(1.0), Odd("torch", "Tensor")),
        ([torch.tensor(1.0, requires_grad=True)] * 2, Odd("torches", "list")),
        ((torch.ones(2), 3), Odd("torches", "tuple")),
        (np.ma.masked_array([1.0], True), Odd("masked", "MaskedArray")),
        (sp.Symbol("x"), Odd("sympy", "Symbol")),
        ([sp.Symbol("x"), 1], Odd("sympy", "list")),
        ([1, None], Odd("other", "list")),
        ({"a": 1}, Odd("other", "dict")),
        ([[1], [1, 2]], Odd("list", "list", ((1,), (2,)))),
        (([1, 2], 3, [[4]]), Odd("tuple", "tuple", ((2,), (), (1, 1)))),
        ([[1, 2]] + [3] * 12, Odd("list", "list", ((2,), *[()] * 9))),
        ([[[1], [1, 2]], 3], Odd("unread", "list")),
    ],
)
def test_what_is_no_array_is_told_by_its_kind_type_and_shapes(x, odd):
    assert answers.seen(x) == odd


class Unreadable:
    def __array__(self, *_, **__):
        raise RuntimeError("no array")


def test_tensors_in_an_array_of_objects_are_told():
    array = np.empty(2, dtype=object)
    array[:] = [torch.tensor(1.0), 2.0]
    assert answers.seen(array) == Odd("torches", "ndarray")


def test_what_numpy_cannot_read_is_told_by_its_type():
    assert answers.seen(Unreadable()) == Odd("unread", "Unreadable")


@pytest.mark.parametrize(
    ("x", "array"),
    [
        (2, np.array(2)),
        ([1, 2.5], np.array([1, 2.5])),
        ([[1], [2]], np.array([[1], [2]])),
        ("word", np.array("word")),
        (sp.Rational(1, 2), np.array(0.5)),
        (sp.Matrix([[1, 2], [3, 4]]), np.array([[1.0, 2.0], [3.0, 4.0]])),
        ([fractions.Fraction(1, 2), sp.pi], np.array([0.5, np.pi])),
        (np.ma.masked_array([1.0], False), np.array([1.0])),
    ],
)
def test_numbers_in_any_form_become_an_array(x, array):
    found = answers.seen(x)
    assert found.dtype == array.dtype
    np.testing.assert_array_equal(found, array)


def test_an_array_is_changed_where_anything_of_it_is():
    before = np.array([1.0, np.nan])
    assert not answers.changed(before.copy(), before)
    assert answers.changed(np.array([1.0, 2.0]), before)
    assert answers.changed(before.astype(np.float32), before)
    assert answers.changed(before[:1], before)
    assert answers.changed(before.reshape(2, 1), before)
    words = np.array(["a", "b"])
    assert not answers.changed(words.copy(), words) and answers.changed(words[::-1], words)
    assert not answers.changed(3, 4)  # what is no array cannot be written into
