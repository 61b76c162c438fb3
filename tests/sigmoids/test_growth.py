"""Curves through counts: Verhulst's method against his published capacities and a second way.

Least squares and ranges are also tested beside the demo that shows them, demos/test_growth.py.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, stats

from sigmoids import datasets
from sigmoids.functions import logistic_curve
from sigmoids.growth import Growth, capacity_range, factor, fit, three_points


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


# What a curve says of itself, and what is refused


def test_a_curve_without_a_ceiling_is_exponential_growth():
    curve = Growth(u=0.0, a=np.log(3.0), r=0.5, m=1900.0, squares=0.0)
    assert curve.K == curve.t0 == np.inf
    np.testing.assert_allclose(curve([1900, 1902]), [3, 3 * np.e], rtol=1e-14)
    curve = Growth(u=0.25, a=np.log(2.0), r=0.5, m=1900.0, squares=0.0)
    assert curve.K == 4.0 and curve(curve.t0) == pytest.approx(2.0, rel=1e-14)
    assert curve(1900.0) == pytest.approx(1 / (0.25 + 0.5), rel=1e-14)


T = np.array([0.0, 1, 2, 3, 4, 5, 6])
P = logistic_curve(T, ceiling=9.0, steepness=0.8, midpoint=2.5) + 0.1 * np.cos(7 * T)


def by_scipy(model, start):
    """Least squares by another way, from SciPy: the numbers and the squared misses."""
    best, _ = optimize.curve_fit(model, T, P, p0=start, xtol=1e-14, ftol=1e-14)
    return best, np.sum((model(T, *best) - P) ** 2)


@pytest.mark.parametrize("unit", [1.0, 1e-6, 1e6])
def test_the_fit_is_that_of_scipy_with_the_ceiling_free_given_or_none(unit):
    def free(t, K, r, t0):
        return K / (1 + np.exp(-r * (t - t0)))

    (K, r, t0), squares = by_scipy(free, (9, 0.8, 2.5))
    curve = fit(T, P * unit)
    assert (curve.K / unit, curve.r, curve.t0) == pytest.approx((K, r, t0), rel=1e-6)
    assert curve.squares == pytest.approx(squares * unit**2, rel=1e-9)

    (r, t0), squares = by_scipy(lambda t, r, t0: free(t, 12.0, r, t0), (0.8, 2.5))
    curve = fit(T, P * unit, K=12.0 * unit)
    assert (curve.K, curve.r, curve.t0) == pytest.approx((12.0 * unit, r, t0), rel=1e-6)
    assert curve.squares == pytest.approx(squares * unit**2, rel=1e-9)

    (_, r), squares = by_scipy(lambda t, a, r: np.exp(a + r * t), (0, 0.3))
    curve = fit(T, P * unit, K=np.inf)
    assert curve.K == np.inf and curve.r == pytest.approx(r, rel=1e-5)
    assert curve.squares == pytest.approx(squares * unit**2, rel=1e-9)


def test_counts_that_rise_ever_faster_have_no_ceiling():
    t = np.arange(6.0)
    curve = fit(t, np.exp(0.3 * t) + 0.02 * t**3)
    assert curve.K == np.inf


@pytest.mark.parametrize("n", [4, 5, 13, 100])
def test_the_factor_is_that_of_fishers_distribution(n):
    assert factor(n) == pytest.approx(1 + stats.f.ppf(0.95, 1, n - 3) / (n - 3), rel=1e-9)
    assert factor(3) == factor(2) == np.inf


def test_at_both_ends_of_the_range_the_best_curve_fits_as_much_worse_as_the_factor_says():
    best = fit(T, P)
    low, high = capacity_range(T, P)
    assert low.K < best.K < high.K < np.inf
    for end in (low, high):
        assert end.squares == pytest.approx(best.squares * factor(7), rel=1e-6)
        assert fit(T, P, K=end.K).squares == pytest.approx(end.squares, rel=1e-9)
    early, late = capacity_range([0, 1, 2, 3], [1.0, 2.1, 3.9, 8.2])
    assert late.K == np.inf and early.K < np.inf
    np.testing.assert_allclose(
        [end.K / 1e6 for end in capacity_range(T, P * 1e6)], [low.K, high.K], rtol=1e-5
    )


def test_too_few_counts_are_refused_with_their_number():
    with pytest.raises(ValueError, match=r"^three counts at least are needed.*numbers; got 2\.$"):
        fit([0, 1], [1, 2])
    with pytest.raises(ValueError, match=r"^three counts fix.*; a range needs four\. Got 3\.$"):
        capacity_range([0, 1, 2], [1, 2, 3])
