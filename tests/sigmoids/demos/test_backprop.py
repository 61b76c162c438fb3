"""The backprop demo: gradients against mpmath, descent against NumPy, and what a reader sees."""

import json

import mpmath
import numpy as np
import pytest
import traitlets
from playwright.sync_api import expect

from sigmoids.demos import BackpropDemo
from sigmoids.models.backprop import CORNERS, backpropagate, begin, descend


def sigma(z):
    return 1 / (1 + mpmath.exp(-z))


def error(w, x):
    """E, straight from its definition, with as many digits as mpmath is set to."""
    h1 = sigma(w[0] * x[0] + w[1] * x[1] + w[2])
    h2 = sigma(w[3] * x[0] + w[4] * x[1] + w[5])
    return (sigma(w[6] * h1 + w[7] * h2 + w[8]) - (x[0] ^ x[1])) ** 2 / 2


def slope_of_error(w, x, i):
    def along(v):
        return error([*w[:i], v, *w[i + 1 :]], x)

    return float(mpmath.diff(along, w[i]))


# Start 5 is mostly positive: times 12, its outputs differ from 1 by as little as 1e-12.
@pytest.mark.parametrize("scale", [1, 12])
def test_both_gradients_agree_with_differentiating_the_error_itself(javascript, scale):
    weights = scale * begin(5)
    given = json.dumps([weights.tolist(), CORNERS.tolist()])
    mine = javascript("backprop", f"(([w, all]) => all.map((x) => m.pass(w, x)))({given})")
    with mpmath.workdps(60):
        w = [mpmath.mpf(float(v)) for v in weights]
        corners = CORNERS.tolist()
        expected = [[slope_of_error(w, x, i) for i in range(9)] for x in corners]
        height = [float(error(w, x)) for x in corners]
    np.testing.assert_allclose([p["gradient"] for p in mine], expected, rtol=1e-12)
    np.testing.assert_allclose(backpropagate(weights, CORNERS).gradient, expected, rtol=1e-12)
    np.testing.assert_allclose([p["E"] for p in mine], height, rtol=1e-12)


def test_starts_are_the_same_numbers_in_both_languages(javascript):
    mine = javascript("backprop", "[...Array(21).keys()].map(m.begin)")
    assert mine == [begin(start).tolist() for start in range(21)]
    assert np.abs(mine).max() <= 2


@pytest.mark.parametrize(("start", "rate"), [(15, 2), (0, 4), (1, 2), (9, 6)])
def test_descent_agrees_with_python(javascript, start, rate):
    path = javascript("backprop", f"m.descend({start}, {rate}, 400)")
    weights, losses = descend(start, rate, 400)
    # Leaving a saddle, a path multiplies its rounding errors, so not 1e-12.
    np.testing.assert_allclose(path["weights"][400], weights, rtol=1e-8)
    np.testing.assert_allclose(path["losses"], losses, rtol=1e-8)


def assert_learning_shown(demo):
    """The numbers about learning equal Python's for what the controls hold."""
    steps = int(demo.value("steps"))
    weights, losses = descend(int(demo.value("start")), demo.value("rate"), steps)
    near = np.sum(np.abs(backpropagate(weights, CORNERS).miss) < 0.1)
    assert abs(demo.number("C") - losses[-1]) < 5.1e-5
    assert demo.text("steps") == str(steps) and demo.text("near") == f"{near} of 4"
    return weights


def assert_stage_shown(demo):
    """The numbers of the stage equal Python's, to the figures that are shown."""
    weights = assert_learning_shown(demo)
    corner, stage = demo.value("corner"), int(demo.value("stage"))
    done = backpropagate(weights, np.array([int(c) for c in corner]))
    expected = {0: {"target": done.target}, 4: {"E": done.E}}
    expected |= {forward + 1: {"a": done.a[forward]} for forward in range(3)}
    expected |= {back: {"delta": done.delta[node]} for back, node in ((5, 2), (7, 0), (9, 1))}
    for back, first in ((6, 6), (8, 0), (10, 3)):
        count = 1 if corner == "11" and back > 6 else 3  # three equal gradients are said once
        expected[back] = {f"g{i}": done.gradient[i] for i in range(first, first + count)}
    for name, value in expected[stage].items():
        figures = 5.1e-3 if abs(value) >= 1e-5 else 5.1e-2
        assert demo.number(name) == pytest.approx(value, rel=figures), name


def test_every_stage_shows_the_numbers_that_python_computes(mount, page):
    demo = mount("backprop", stage=0)
    for stage in range(11):
        assert demo.value("stage") == stage
        assert_stage_shown(demo)
        demo.click("Next")
    assert demo.value("stage") == 10
    demo.click("Back")
    assert demo.value("stage") == 9
    demo.press("stage", "ArrowLeft", times=2)
    assert demo.value("stage") == 7
    demo.enter(corner="01", steps=37.0, rate=3.5, start=4.0)
    assert_stage_shown(demo)
    assert page.wrong == []


def centre(demo, text):
    """Where the node with this name is, as fractions of the picture."""
    box = demo.root.locator(".demo-picture").bounding_box()
    node = demo.root.locator("svg text", has_text=text).first.bounding_box()
    x, y = node["x"] + node["width"] / 2 - box["x"], node["y"] + node["height"] - box["y"]
    return x / box["width"], y / box["height"]


def test_nodes_are_tapped_and_the_loss_is_dragged(mount, page):
    demo = mount("backprop")
    demo.drag(centre(demo, "h₂"), centre(demo, "h₂"))
    assert demo.value("stage") == 2
    demo.swipe(centre(demo, "h₂"), centre(demo, "h₂"))
    assert demo.value("stage") == 9
    demo.drag(centre(demo, "x₂"), centre(demo, "x₂"))
    assert demo.value("corner") == "11"
    assert_stage_shown(demo)
    demo.drag((0.5, 0.85), (0.7, 0.85))
    by_mouse = demo.value("steps")
    assert 300 < by_mouse < 700
    assert_stage_shown(demo)
    demo.swipe((0.7, 0.85), (0.6, 0.85))
    assert demo.value("steps") < by_mouse
    assert_learning_shown(demo)
    assert page.wrong == []


def test_a_start_learns_and_another_rate_or_start_gets_stuck(mount, page):
    page.emulate_media(reduced_motion="reduce")
    demo = mount("backprop")
    demo.click("Step")
    demo.click("Step")
    assert demo.value("steps") == 2
    demo.click("Learn")
    assert_learning_shown(demo)
    assert demo.text("near") == "4 of 4" and demo.value("steps") == 309
    expect(demo.root.locator(".demo-readout")).to_contain_text("XOR is learnt")
    for rate, start, plateau in ((8, 15, 1 / 4), (2, 1, 1 / 4), (2, 6, 1 / 3), (2, 0, 1 / 3)):
        demo.enter(steps=0, rate=rate, start=start)
        demo.click("Learn")
        assert demo.value("steps") == 1000
        assert abs(demo.number("C") - plateau) < 5e-3
        expect(demo.root.locator(".demo-readout")).to_contain_text("a plateau")
    demo.click("Reset")
    assert [demo.value(n) for n in ("stage", "steps", "rate", "start")] == [8, 0, 2, 15]
    assert_stage_shown(demo)


def test_what_is_wrong_is_refused_or_clamped(mount, page):
    for name, value in {"stage": 2.5, "steps": -1, "start": 21, "rate": float("nan")}.items():
        with pytest.raises(traitlets.TraitError, match=f"^{name} .*must be"):
            BackpropDemo(**{name: value})
    with pytest.raises(traitlets.TraitError, match=r"corner .* must be one of 00, 01, 10, 11"):
        BackpropDemo(corner="12")
    demo = mount("backprop", hash="#demo-backprop?stage=99&corner=22&rate=0&start=x")
    assert [demo.value(n) for n in ("stage", "rate", "start")] == [10, 0.1, 15]
    assert demo.value("corner") == "10"
    demo.enter(steps=-5)
    expect(demo.root.locator("[aria-live]")).to_contain_text("must be between 0 and 1000")
    assert page.wrong == []
