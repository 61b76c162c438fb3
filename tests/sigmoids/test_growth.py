"""Curves through counts: Verhulst's method against his published capacities and a second way.

Least squares and ranges are tested beside the demo that shows them, in demos/test_growth.py.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sigmoids import datasets
from sigmoids.functions import logistic_curve
from sigmoids.growth import fit, three_points


@pytest.mark.parametrize(("paper", "capacity"), [(1838, 8_430_030), (1845, 6_583_222)])
def test_the_capacities_of_verhulsts_two_logistic_papers(paper, capacity):
    assert three_points(*datasets.load_belgium(paper)).K == pytest.approx(capacity, abs=1)


def test_the_capacity_and_the_middle_year_of_pearl_and_reed():
    """From their published constants, which they had from counts in whole thousands."""
    t, p = (column[[0, 6, 12]] for column in datasets.load_united_states())
    curve = three_points(t, p)
    assert pytest.approx(2_930_300.9 / 0.014854, rel=2e-4) == curve.K
    assert curve.r == pytest.approx(0.0313395, rel=1e-4)
    assert curve.t0 == pytest.approx(1780 - np.log(0.014854) / 0.0313395, abs=0.02)


@given(
    K=st.floats(1, 1e9),
    r=st.floats(0.01, 2),
    place=st.floats(-4, 1.5),
    step=st.floats(0.2, 1.5),
)
def test_the_curve_that_the_counts_were_taken_from_is_found(K, r, place, step):
    """`place` and `step` in units of 1/r: where on the curve the counts lie and how far apart."""
    t = 1900 + (place + step * np.arange(3)) / r
    curve = three_points(t, logistic_curve(t, ceiling=K, steepness=r, midpoint=1900))
    assert pytest.approx(K, rel=1e-5) == curve.K
    assert curve.r == pytest.approx(r, rel=1e-5)
    assert (curve.t0 - 1900) * r == pytest.approx(0, abs=1e-4)


@pytest.mark.parametrize("paper", [1838, 1845])
@pytest.mark.parametrize("unit", [1, 1e6])
def test_the_curve_meets_the_counts_and_is_the_one_of_least_squares(paper, unit):
    t, p = datasets.load_belgium(paper)
    curve, best = three_points(t, p), fit(t, p / unit)
    np.testing.assert_allclose(curve(t), p, rtol=1e-12)
    assert best.K * unit == pytest.approx(curve.K, rel=1e-9)


@pytest.mark.parametrize(
    ("t", "p", "message"),
    [
        ([0, 1], [1, 2], r"three times and three counts, got \(2,\)"),
        ([0, 1, 3], [1, 2, 3], "equal steps, got 1 and 2"),
        ([2, 1, 0], [1, 2, 3], "equal steps"),
        ([0, 1, 2], [1, 2, 4], "a factor that falls.*got 1, 2, 4"),
        ([0, 1, 2], [1, 2, 2], "rise by a factor"),
        ([0, 1, 2], [-1, 2, 3], "must be positive"),
        ([0, 1, 2], [1, np.nan, 3], "must be positive"),
    ],
)
def test_counts_without_such_a_curve_are_refused(t, p, message):
    with pytest.raises(ValueError, match=message):
        three_points(t, p)
