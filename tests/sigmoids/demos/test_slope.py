"""The slope demo: its mathematics against Python, and what a reader sees."""

import json
import re

import numpy as np
import pytest
from playwright.sync_api import expect

from sigmoids.functions import logistic_curve, logistic_curve_slope


@pytest.mark.parametrize("k", [0.2, 1.0, 4.0])
@pytest.mark.parametrize("x0", [-4.0, 0.0, 2.5])
def test_curve_and_slope_agree_with_python(javascript, k, x0):
    x = np.linspace(-8, 8, 161)
    grid = json.dumps(x.tolist())
    p = json.dumps({"k": k, "x0": x0, "L": 1.7})
    pairs = javascript("slope", f"{grid}.map((x) => [m.curve(x, {p}), m.slope(x, {p})])")
    f, slope = np.transpose(pairs)
    curve = {"ceiling": 1.7, "steepness": k, "midpoint": x0}
    np.testing.assert_allclose(f, logistic_curve(x, **curve), rtol=1e-12)
    np.testing.assert_allclose(slope, logistic_curve_slope(x, **curve), rtol=1e-12)


def reference(demo):
    """What the read-out must show, by Python, for what the controls hold."""
    L, k, x0, x = map(demo.value, ("L", "k", "x0", "x"))
    curve = {"ceiling": L, "steepness": k, "midpoint": x0}
    f = logistic_curve(x, **curve)
    return {"f": f, "slope": logistic_curve_slope(x, **curve), "s": f / L, "greatest": k * L / 4}


def assert_shows_reference(demo):
    for name, value in reference(demo).items():
        assert abs(demo.number(name) - value) <= 5.1e-5, name


def test_numbers_follow_fields_keys_mouse_and_finger(mount):
    demo = mount("slope")
    assert_shows_reference(demo)
    demo.enter(L=1.5, x0=-1.25)
    demo.press("k", "ArrowRight", times=4)
    assert (demo.value("L"), demo.value("x0"), demo.value("k")) == (1.5, -1.25, 1.2)
    assert_shows_reference(demo)
    demo.drag((0.2, 0.2), (0.3, 0.2))
    by_mouse = demo.value("x")
    assert by_mouse < -2
    assert_shows_reference(demo)
    demo.swipe((0.5, 0.2), (0.8, 0.2))
    assert demo.value("x") > 2
    assert_shows_reference(demo)


@pytest.mark.parametrize(
    "start",
    [{}, {"x": -8.0}, {"x": 8.0}, {"k": 4.0, "L": 2.0, "x": 0.4}, {"k": 4.0, "x": 8.0, "x0": 4.0}],
)
def test_the_tangent_touches_the_curve_and_ends_at_the_axes(mount, start):
    demo = mount("slope", **start)
    picture = demo.root.locator("svg")
    x0, y0, x1, y1 = numbers(picture.locator('path[stroke-width="2"]'), "d")
    left, bottom, width = numbers(picture.locator("g").first.locator(".axis").last, "d")
    top = numbers(picture.locator(".faint:text('f(x)')"), "y")[0] + 4
    assert left - 0.01 <= x0 < x1 <= left + width + 0.01
    assert top - 0.01 <= y1 <= y0 <= bottom + 0.01
    assert max(x1 - x0, y0 - y1) > 40
    x, y = (numbers(picture.locator(".grab").first, name)[0] for name in ("cx", "cy"))
    across, up = width / 16, (bottom - top) / (max(1, demo.value("L")) * 1.04)
    slope = reference(demo)["slope"] * up / across
    assert y0 - y == pytest.approx(slope * (x - x0), abs=0.01)
    assert y - y1 == pytest.approx(slope * (x1 - x), abs=0.01)


def numbers(part, attribute):
    """The numbers in an attribute of a part of the picture."""
    return [
        float(n) for n in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", part.get_attribute(attribute))
    ]


def test_reset_takes_everything_back(mount):
    demo = mount("slope", k=2.0)
    before = {name: demo.text(name) for name in ("f", "slope", "s", "greatest")}
    demo.enter(k=0.5, x=-3.0)
    assert demo.text("f") != before["f"]
    demo.click("Reset")
    assert demo.value("k") == 2.0
    assert {name: demo.text(name) for name in before} == before


def test_a_number_out_of_range_is_clamped_and_said(mount):
    demo = mount("slope")
    demo.enter(k=99.0)
    assert demo.value("k") == 4
    expect(demo.root.locator("[aria-live]")).to_contain_text(
        "steepness must be between 0.2 and 4; it is now 4"
    )


def test_a_link_carries_the_state_and_what_it_cannot_mean_is_clamped(mount, page):
    demo = mount("slope")
    demo.enter(k=2.5, x=-1.0)
    demo.click("Copy link")
    page.wait_for_function("location.hash.length > 1")
    hash = page.evaluate("location.hash")
    again = mount("slope", hash=hash)
    assert (again.value("k"), again.value("x")) == (2.5, -1.0)
    assert_shows_reference(again)
    odd = mount("slope", hash="#demo-slope?k=1e9&x=NaN&L=&x0=-2&y=3&<b>=1")
    assert [odd.value(n) for n in ("k", "x", "L", "x0")] == [4, 1, 1, -2]
    assert page.wrong == []
