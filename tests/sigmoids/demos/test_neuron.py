"""The neuron demo: its numbers and its training against Python, and what a reader sees."""

import json

import mpmath
import numpy as np
import pytest
import traitlets
from playwright.sync_api import expect

from sigmoids.demos import NeuronDemo
from sigmoids.demos.neuron import CORNERS, TARGETS, arrow
from sigmoids.functions import logistic
from sigmoids.models.plane import chord

GRID = [(w1, w2, b) for w1 in (-10, -2.5, 0, 7) for w2 in (-4, 0, 10) for b in (-15, -3, 0, 15)]
GRID += [(0.1, 0.2, -0.3)]  # z(1, 1) is 0, but its floats are not


def judge(weights, task):
    """Output, error and whether it is right, at each corner."""
    w1, w2, b = weights
    z = np.array([w1 * x1 + w2 * x2 + b for x1, x2 in CORNERS])
    side = z * (2 * np.array(TARGETS[task]) - 1)
    return logistic(z), logistic(-side), np.round(side, 9) > 0


@pytest.mark.parametrize("task", TARGETS)
def test_outputs_and_errors_agree_with_python(javascript, task):
    found = javascript("neuron", f"{json.dumps(GRID)}.map((w) => m.judge(w, m.TARGETS.{task}))")
    for weights, corners in zip(GRID, found, strict=True):
        outputs, errors, right = judge(weights, task)
        np.testing.assert_allclose([c["output"] for c in corners], outputs, rtol=1e-12)
        np.testing.assert_allclose([c["error"] for c in corners], errors, rtol=1e-12)
        assert [c["right"] for c in corners] == right.tolist()


def test_one_unit_does_and_and_or_and_at_most_three_corners_of_xor(javascript):
    program = """Object.values(m.TARGETS).map((targets) => {
        let best = 0;
        for (let w1 = -10; w1 <= 10; w1 += 0.5) for (let w2 = -10; w2 <= 10; w2 += 0.5)
          for (let b = -15; b <= 15; b += 0.5)
            best = Math.max(best, m.judge([w1, w2, b], targets).filter((c) => c.right).length);
        return best;
    })"""
    assert javascript("neuron", program) == [4, 4, 3]


@pytest.mark.parametrize("task", TARGETS)
def test_a_step_of_training_goes_down_the_exact_gradient(javascript, task):
    weights = [4.0, -1.5, 0.5]

    def loss(*w):
        total = mpmath.mpf(0)
        for (x1, x2), target in zip(CORNERS, TARGETS[task], strict=True):
            side = (w[0] * x1 + w[1] * x2 + w[2]) * (1 if target else -1)
            total += mpmath.log1p(mpmath.exp(-side)) / 4
        return total

    with mpmath.workdps(40):
        orders = np.eye(3, dtype=int).tolist()
        slope = [float(mpmath.diff(loss, weights, tuple(order))) for order in orders]
    after = javascript("neuron", f"m.descend({weights}, m.TARGETS.{task}, 4)")
    np.testing.assert_allclose(after, np.array(weights) - 4 * np.array(slope), rtol=1e-12)


def test_arrow_and_line_are_the_same_in_both_languages(javascript):
    lines = [w for w in GRID if w[0] or w[1]]
    text = json.dumps(lines)
    arrows = javascript("neuron", f"{text}.map((w) => m.arrow(w))")
    rims = javascript("plane", f"{text}.map((w) => m.chord(w, [-0.8, 1.8], [-0.8, 1.8]))")
    for weights, ends, rim in zip(lines, arrows, rims, strict=True):
        np.testing.assert_allclose(ends, arrow(*weights), rtol=1e-12, atol=1e-12)
        reference = chord(*weights, across=(-0.8, 1.8), up=(-0.8, 1.8))
        np.testing.assert_allclose(rim, reference, rtol=1e-9, atol=1e-12)


def test_a_turned_line_goes_through_the_tail_and_is_as_steep_as_before(javascript):
    for tail, head in (((0.2, 0.9), (1.4, -0.3)), ((1, 0), (0.1, -0.2))):
        w1, w2, b = javascript("neuron", f"m.turned([3, -4, 7], {[*tail]}, {[*head]})")
        assert np.hypot(w1, w2) == pytest.approx(5, rel=1e-12)
        assert abs(w1 * tail[0] + w2 * tail[1] + b) < 1e-12
        assert w1 * (head[0] - tail[0]) + w2 * (head[1] - tail[1]) > 0
        assert w1 * (head[1] - tail[1]) == pytest.approx(w2 * (head[0] - tail[0]))
    assert javascript("neuron", "m.turned([3, -4, 7], [1, 2], [1, 2])") == [3, -4, 5]


@pytest.mark.parametrize(
    "name, value", [("w1", 10.5), ("b", float("nan")), ("task", "nand"), ("inputs", "2")]
)
def test_parameters_that_make_no_sense_are_refused(name, value):
    with pytest.raises(traitlets.TraitError, match=f"{name} .* must be"):
        NeuronDemo(**{name: value})


def assert_shows_reference(demo):
    """Read-out, corners and diagram are Python's for what the controls hold."""
    weights, task = [demo.value(n) for n in ("w1", "w2", "b")], demo.value("task")
    outputs, errors, right = judge(weights, task)
    assert demo.number("count") == right.sum()
    if task == "xor":
        assert demo.number("both") == pytest.approx(weights[0] + weights[1] + 2 * weights[2])
    else:
        assert abs(float(demo.text("worst").strip("<>")) - errors.max()) <= 1.01e-3

    def picture(name):
        return demo.root.locator(f"svg [data-name={name}]").text_content()

    for (x1, x2), output, good in zip(CORNERS, outputs, right, strict=True):
        number, mark = picture(f"corner{x1}{x2}").split()
        assert abs(float(number.strip("<>")) - output) <= 1.01e-3 and (mark == "✓") == good
    x1, x2 = map(int, demo.value("inputs"))
    z = float(picture("z").split("=")[1].replace("−", "-"))
    assert z == pytest.approx(weights[0] * x1 + weights[1] * x2 + weights[2], abs=6e-3)
    assert abs(float(picture("output").strip("<>")) - logistic(z)) <= 2e-3


def test_numbers_follow_fields_keys_and_choices(mount, page):
    demo = mount("neuron")
    assert demo.text("count") == "2"
    assert_shows_reference(demo)
    demo.press("b", "ArrowLeft", times=25)
    assert demo.value("b") == -4.5 and demo.text("count") == "4"
    expect(demo.root.locator(".demo-readout")).to_contain_text("this one unit does AND")
    assert_shows_reference(demo)
    demo.enter(task="or", w1=-3.5, inputs="01")
    assert_shows_reference(demo)
    demo.enter(task="xor", w1=6.0, w2=6.0, b=-3.0)
    assert demo.text("count") == "3"
    assert_shows_reference(demo)
    demo.enter(w2=99.0)
    assert demo.value("w2") == 10
    expect(demo.root.locator("[aria-live]")).to_contain_text("must be between -10 and 10")
    demo.enter(w1=0.0, w2=0.0, b=0.0)  # no line, no arrow, no side
    assert demo.text("count") == "0" and demo.root.locator("svg circle.grab").count() == 0
    assert_shows_reference(demo)
    demo.click("Reset")
    assert [demo.value(n) for n in ("task", "w1", "w2", "b", "inputs")] == ["and", 4, 4, -2, "10"]
    assert page.wrong == []


def test_arrow_and_corners_follow_mouse_and_finger(mount, page):
    demo = mount("neuron")
    x, y = demo.place("circle.grab", 1)
    demo.drag((x, y), (x - 0.2, y))  # the head, to the left: the line turns about the tail
    assert demo.value("w1") < 0 < demo.value("w2")
    assert np.hypot(demo.value("w1"), demo.value("w2")) == pytest.approx(np.hypot(4, 4), abs=0.1)
    tail, _ = arrow(4, 4, -2)
    assert abs(np.dot([demo.value("w1"), demo.value("w2")], tail) + demo.value("b")) < 0.15
    assert_shows_reference(demo)
    before = demo.value("w1"), demo.value("w2"), demo.value("b")
    x, y = demo.place("circle.grab", 0)
    scrolled = page.evaluate("scrollY")
    demo.swipe((x, y), (x, y - 0.12))  # the tail: the line moves, as steep as before
    assert (demo.value("w1"), demo.value("w2")) == before[:2] and demo.value("b") < before[2] - 0.5
    assert_shows_reference(demo)
    state = [demo.value(n) for n in ("w1", "w2", "b")]
    corner = demo.root.locator("svg [data-name=corner01]").bounding_box()
    page.touchscreen.tap(corner["x"] + corner["width"] / 2, corner["y"] + 45)
    assert demo.value("inputs") == "01"
    demo.swipe((0.05, 0.97), (0.4, 0.97))  # beside all handles
    assert [demo.value(n) for n in ("w1", "w2", "b")] == state
    assert page.evaluate("scrollY") == scrolled and page.wrong == []


def test_training_does_and_and_or_and_ends_at_one_half_for_xor(mount, page):
    page.emulate_media(reduced_motion="reduce")  # all steps at once
    demo = mount("neuron")
    for task in ("and", "or"):
        demo.enter(task=task)
        demo.click("Train")
        assert demo.text("count") == "4" and demo.number("worst") < 0.1
        assert_shows_reference(demo)
    demo.enter(task="xor")
    demo.click("Train")
    assert [demo.value(n) for n in ("w1", "w2", "b")] == [0, 0, 0]
    assert demo.text("count") == "0"
    page.emulate_media(reduced_motion="no-preference")
    demo.enter(task="and")
    demo.click("Train")
    page.wait_for_function("document.querySelector('[data-name=count]').textContent === '4'")
    demo.click("Pause")
    assert page.wrong == []


def test_a_link_carries_the_state_and_what_it_cannot_mean_is_clamped(mount, page):
    demo = mount("neuron", hash="#demo-neuron?task=xor&w1=2.5&w2=1e9&b=NaN&inputs=77&q=1")
    values = [demo.value(n) for n in ("task", "w1", "w2", "b", "inputs")]
    assert values == ["xor", 2.5, 10, -2, "10"]
    assert_shows_reference(demo)
    assert page.wrong == []
