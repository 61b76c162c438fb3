"""The growth demo: its fit against SciPy, and what a reader sees."""

import json

import numpy as np
import pytest
from scipy.optimize import curve_fit

from sigmoids import datasets
from sigmoids.demos import GrowthDemo
from sigmoids.functions import logistic_curve


@pytest.mark.parametrize("start", [{"K": 500, "r": 0.4, "t0": 6}, {"K": 900, "r": 0.2, "t0": 11}])
def test_fit_agrees_with_scipy(javascript, start):
    t, p = datasets.load_carlson()
    table = json.dumps([t.tolist(), p.tolist()])
    found = javascript("growth", f"m.fit(...{table}, {json.dumps(start)})")

    def curve(t, K, r, t0):
        return logistic_curve(t, ceiling=K, steepness=r, midpoint=t0)

    best, _ = curve_fit(curve, t, p, p0=(650, 0.5, 8), xtol=1e-14, ftol=1e-14)
    np.testing.assert_allclose([found["K"], found["r"], found["t0"]], best, rtol=1e-6)
    misfit = javascript("growth", f"m.misfit(...{table}, {json.dumps(found)})")
    assert misfit == pytest.approx(np.sqrt(np.mean((p - curve(t, *best)) ** 2)), rel=1e-9)


def test_another_series_starts_with_its_own_curve():
    demo = GrowthDemo("yeast", K=700)
    demo.series = "belgium"
    assert demo.parameters() == {"series": "belgium", "K": 10.0, "r": 0.02, "t0": 1830.0}


def misfit(demo):
    """By Python, for what the controls hold."""
    t, p = datasets.load_carlson()
    curve = logistic_curve(
        t, ceiling=demo.value("K"), steepness=demo.value("r"), midpoint=demo.value("t0")
    )
    return np.sqrt(np.mean((p - curve) ** 2))


def test_numbers_follow_fields_keys_mouse_and_finger(mount):
    demo = mount("growth")
    assert abs(demo.number("misfit") - misfit(demo)) < 6e-3
    demo.enter(K=650.0)
    demo.press("r", "ArrowRight", times=10)
    assert demo.value("r") == pytest.approx(0.45)
    assert demo.number("K") == 650
    assert abs(demo.number("misfit") - misfit(demo)) < 6e-3
    demo.drag((0.3, 0.5), (0.5, 0.5))
    by_mouse = demo.value("t0")
    assert 7 < by_mouse < 10
    assert abs(demo.number("misfit") - misfit(demo)) < 6e-3
    demo.swipe((0.5, 0.5), (0.65, 0.5))
    assert demo.value("t0") > by_mouse
    assert abs(demo.number("misfit") - misfit(demo)) < 6e-3


def test_least_squares_reaches_the_reference_misfit(mount):
    demo = mount("growth")
    demo.click("Least squares")
    assert demo.number("K") == 663
    assert demo.number("misfit") == 3.20


def test_another_series_brings_its_ranges_and_starts(mount):
    demo = mount("growth")
    demo.enter(series="belgium")
    assert [demo.value(n) for n in ("K", "r", "t0")] == [10, 0.02, 1830]
    demo.click("Reset")
    assert demo.value("series") == "yeast" and demo.value("K") == 500
