"""The bumps demo: weights against SciPy and NumPy, and what a reader sees."""

import json

import numpy as np
import pytest
import traitlets
from playwright.sync_api import expect
from scipy.integrate import quad
from scipy.special import expit

from sigmoids.demos import BumpsDemo
from sigmoids.models.bumps import GRID, TARGETS, averages, bumps, edges, least_squares


@pytest.mark.parametrize("name", TARGETS)
def test_averages_agree_with_integrating_the_target(javascript, name):
    mine = javascript("bumps", f"[m.TARGETS.{name}.F, 7].reduce((F, n) => m.averages({{ F }}, n))")
    expected = [
        7 * quad(TARGETS[name].f, i / 7, (i + 1) / 7, points=[0.5], epsabs=1e-14)[0]
        for i in range(7)
    ]
    np.testing.assert_allclose(mine, expected, rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(averages(TARGETS[name], 7), expected, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize(("n", "k"), [(1, 60), (6, 5), (30, 500)])
def test_bumps_agree_with_scipy(javascript, n, k):
    mine = np.array(javascript("bumps", f"m.bumps({json.dumps(GRID.tolist())}, {n}, {k})")).T
    left, right = edges(n)[:-1], edges(n)[1:]
    expected = expit(k * (GRID[:, None] - left)) - expit(k * (GRID[:, None] - right))
    # A difference of numbers up to 1 has an absolute error, not a relative one.
    np.testing.assert_allclose(mine, expected, rtol=0, atol=1e-15 * k)
    np.testing.assert_allclose(bumps(GRID, n, k), expected, rtol=0, atol=1e-15 * k)


@pytest.mark.parametrize("name", TARGETS)
def test_least_squares_agree_with_numpy(javascript, name):
    sizes = [(1, 60), (12, 5), (30, 20), (30, 500)]
    call = f'{json.dumps(sizes)}.map(([n, k]) => m.approximate("{name}", "least", n, k).c)'
    for (n, k), mine in zip(sizes, javascript("bumps", call), strict=True):
        expected = least_squares(TARGETS[name], n, k)
        # The normal equations of flat bumps have a condition number near 1e7.
        bound = 1e-7 * max(1, np.abs(expected).max())
        np.testing.assert_allclose(mine, expected, rtol=0, atol=bound)


def reference(demo):
    """Largest and root mean square error, and the share outside the band, by Python."""
    target, n, k = TARGETS[demo.value("target")], int(demo.value("n")), demo.value("k")
    least = demo.value("weights") == "least"
    c = least_squares(target, n, k) if least else averages(target, n)
    x = np.append(GRID, np.nextafter(0.5, 0)) if target is TARGETS["sawtooth"] else GRID
    miss = bumps(x, n, k) @ c - target.f(x)
    rms = np.sqrt(np.mean(miss[:501] ** 2))
    return np.abs(miss).max(), rms, np.mean(np.abs(miss) > demo.value("epsilon"))


def assert_shows_reference(demo):
    worst, rms, share = reference(demo)
    assert abs(demo.number("worst") - worst) < 5.1e-4
    assert abs(demo.number("rms") - rms) < 5.1e-4
    if share:
        assert abs(demo.number("outside") - 100 * share) < 0.051
    else:
        assert demo.text("outside") == "everywhere"


def test_numbers_follow_fields_keys_and_choices(mount, page):
    demo = mount("bumps")
    assert_shows_reference(demo)
    demo.enter(n=14.0, epsilon=0.05, k=80.0)
    demo.press("k", "ArrowRight", times=2)
    assert demo.value("k") == 90
    for target in TARGETS:
        for weights in ("averages", "least"):
            demo.enter(target=target, weights=weights)
            assert_shows_reference(demo)
    demo.enter(n=12.0, k=5.0, epsilon=0.5, target="runge")
    assert_shows_reference(demo)
    # So flat that no part of the two sigmoids fits; and nothing is outside the band.
    assert demo.root.locator('svg path[d="M0 0"]').count() == 3
    c = least_squares(TARGETS["runge"], 12, 5)
    assert abs(demo.number("largest") - np.abs(c).max()) < 0.06
    demo.click("Reset")
    assert [demo.value(p) for p in ("n", "k", "epsilon")] == [6, 60, 0.2]
    assert (demo.value("target"), demo.value("weights")) == ("sine", "averages")
    assert_shows_reference(demo)
    assert page.wrong == []


def test_the_readout_says_what_the_numbers_mean(mount, page):
    demo = mount("bumps", n=6, k=500)
    readout = demo.root.locator(".demo-readout")
    expect(readout).to_contain_text("a staircase")
    assert demo.number("rise") == pytest.approx(2 * np.log(9) / 500, abs=5.1e-4)
    demo.enter(k=5.0)
    expect(readout).to_contain_text("neighbours blur")
    demo.enter(k=60.0)
    expect(readout).to_contain_text("rounded steps")
    demo.enter(epsilon=0.6)
    expect(readout).to_contain_text("For every ε some bumps do")
    demo.enter(target="sawtooth")  # not continuous: the theorem is silent
    expect(readout).not_to_contain_text("For every ε")
    expect(readout).to_contain_text("off by at least 0.5")
    for n in (1, 9, 30):
        demo.enter(n=float(n), weights="least")
        assert demo.number("worst") >= 0.5
    demo.enter(n=1.0, target="sine", epsilon=0.2)
    expect(readout).to_contain_text("is a constant")
    assert page.wrong == []


def test_the_band_is_dragged_and_bumps_are_added_until_the_sum_fits(mount, page):
    demo = mount("bumps")
    demo.click("Add one")
    assert demo.value("n") == 7
    x, y = demo.place("circle.grab")
    demo.drag((x, y), (x, y - 0.04))
    by_mouse = demo.value("epsilon")
    assert 0.25 < by_mouse < 0.5
    assert abs(demo.place("circle.grab")[1] - (y - 0.04)) < 0.005  # it lies under the pointer
    assert_shows_reference(demo)
    demo.swipe(demo.place("circle.grab"), (x, y + 0.01))
    assert demo.value("epsilon") < 0.2
    assert_shows_reference(demo)
    demo.drag((0.5, 0.5), (0.5, 0.2))  # elsewhere nothing is held
    assert demo.value("epsilon") < 0.2
    page.emulate_media(reduced_motion="reduce")
    demo.enter(epsilon=0.25)
    demo.click("Add until it fits")
    assert demo.text("outside") == "everywhere"
    assert_shows_reference(demo)
    n = demo.value("n")
    demo.enter(n=n - 1)
    assert reference(demo)[0] > 0.25  # it took as many as it needed
    demo.enter(epsilon=0.02)
    demo.click("Add until it fits")
    assert demo.value("n") == 30 and reference(demo)[0] > 0.02  # steepness stands in the way
    demo.click("Add one")
    assert demo.value("n") == 30 and demo.text("count") == "30 bumps"
    assert page.wrong == []


def test_what_is_wrong_is_refused_or_clamped(mount, page):
    for name, value in {"n": 2.5, "k": 4, "epsilon": float("nan")}.items():
        with pytest.raises(traitlets.TraitError, match=f"^{name} .*must be"):
            BumpsDemo(**{name: value})
    with pytest.raises(traitlets.TraitError, match=r"target .* must be one of sine, sawtooth"):
        BumpsDemo(target="cosine")
    demo = mount("bumps", hash="#demo-bumps?n=99&k=0&epsilon=x&target=runge&weights=none")
    assert [demo.value(p) for p in ("n", "k", "epsilon")] == [30, 5, 0.2]
    assert (demo.value("target"), demo.value("weights")) == ("runge", "averages")
    demo.enter(k=900)
    expect(demo.root.locator("[aria-live]")).to_contain_text("must be between 5 and 500")
    assert page.wrong == []
