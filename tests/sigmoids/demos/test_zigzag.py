"""The zigzag demo: its descent against Python's, what it is to teach, and what a reader sees."""

import functools
import json

import numpy as np
import pytest
import traitlets
from playwright.sync_api import expect
from scipy.optimize import approx_fprime, minimize

from sigmoids.demos import ZigzagDemo
from sigmoids.models.zigzag import BEST, GOAL, descend, excess, inputs, loss, pulls, together

KINDS = ("positive", "centred")


@pytest.mark.parametrize("kind", KINDS)
def test_inputs_loss_and_pulls_agree_with_python(javascript, kind):
    name, rng = json.dumps(kind), np.random.default_rng(1)
    np.testing.assert_allclose(javascript("zigzag", f"m.inputs({name})"), inputs(kind), rtol=1e-13)
    weights = rng.uniform(-6, 6, (40, 2))
    table = json.dumps(weights.tolist())
    found = javascript("zigzag", f"{table}.map((w) => m.excess({name}, w))")
    np.testing.assert_allclose(found, excess(kind, weights), rtol=1e-12)
    each = f"{table}.map((w) => Array.from({{ length: 32 }}, (_, i) => m.pull({name}, i, w)))"
    expected = [pulls(kind, w) for w in weights]
    np.testing.assert_allclose(javascript("zigzag", each), expected, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("kind", KINDS)
def test_pulls_lead_down_the_loss_and_best_is_its_lowest_point(kind):
    for weights in ([-4, 2], [5, 5], [0.5, -1]):
        slope = approx_fprime(weights, functools.partial(loss, kind), 1e-7)
        np.testing.assert_allclose(pulls(kind, weights).mean(axis=0), -slope, atol=1e-6)
    found = minimize(functools.partial(loss, kind), [0, 0], method="Nelder-Mead", tol=1e-13)
    np.testing.assert_allclose(found.x, BEST, atol=1e-4)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("batch", [1, 4, 32])
def test_descent_takes_the_same_steps_as_python(javascript, kind, batch):
    """The same float32 numbers, bit by bit, also where the rate is too large and the path wild."""
    cases = [
        {"inputs": kind, "batch": batch, "rate": rate, "start": start}
        for rate in (0.5, 5, 16)
        for start in ([-4, 2], [5, 5], [-5, -5], [3, -3])
    ]
    both = "[m.descend(c)].flatMap((p) => [p, p.slice(1).map((_, i) => m.together(p, i + 1))])"
    found = javascript("zigzag", f"{json.dumps(cases)}.map((c) => {both})")
    for case, (path, same) in zip(cases, found, strict=True):
        expected = descend(**case)
        assert np.array_equal(path, expected), case
        assert same == together(expected).tolist(), case


def test_contours_lie_at_their_level(javascript):
    for kind in KINDS:
        levels = [0.01, 0.3, 4.8]
        found = javascript("zigzag", f"m.contours({json.dumps(kind)}, {levels})")
        for level, points in zip(levels, found, strict=True):
            np.testing.assert_allclose(excess(kind, points), level, rtol=1e-3)
            turned = np.unwrap(np.arctan2(*(np.array(points) - BEST).T[::-1]))
            assert abs(abs(turned[-1] - turned[0]) + 2 * np.pi / 72) == pytest.approx(
                2 * np.pi, 0.1
            )


def test_what_it_is_to_teach():
    def run(inputs, batch, rate):
        path = descend(inputs=inputs, batch=batch, rate=rate, start=[-4, 2])
        return len(path) - 1, np.mean(together(path)), excess(inputs, path[-1]) <= GOAL

    for rate in (1, 5, 12):  # one positive example: always together
        assert run("positive", 1, rate)[1] == 1
    assert 0.5 < run("positive", 4, 5)[1] < 1 and run("positive", 32, 5)[1] < 0.05
    at_five = [run(kind, batch, 5)[0] for kind in KINDS for batch in (1, 4, 32)]
    assert max(at_five) - min(at_five) <= 7  # the zig-zag costs few steps or none
    steps, share, arrived = run("positive", 32, 14)  # all examples zig-zag, too, and for good
    assert (steps, share, arrived) == (200, 1, False)
    assert run("centred", 32, 14)[2] and run("centred", 32, 14)[0] < 15


def assert_shows_reference(demo, steps=None):
    """What the read-out says is Python's, for what the controls hold."""
    kind, start = demo.value("inputs"), [demo.value("w1"), demo.value("w2")]
    batch, rate = int(demo.value("batch")), demo.value("rate")
    path = descend(inputs=kind, batch=batch, rate=rate, start=start)
    path = path if steps is None else path[: steps + 1]
    assert demo.number("excess") == pytest.approx(100 * excess(kind, path[-1]), abs=5.1e-3)
    if len(path) == 1:
        return
    assert demo.number("steps") == len(path) - 1
    assert demo.number("share") == pytest.approx(100 * np.mean(together(path)), abs=0.51)
    way = np.linalg.norm(np.diff(path, axis=0), axis=1).sum()
    assert demo.number("way") == pytest.approx(way / np.linalg.norm(path[-1] - path[0]), abs=5.1e-3)


def place(demo, v, w):
    """Where the weights (v, w) lie, as fractions of the picture: 12 units span its shorter side."""
    box = demo.root.locator(".demo-picture").bounding_box()
    unit = min(box["width"] - 38, box["height"] - 98) / 12
    handle = demo.root.locator("svg .grab").first
    x = float(handle.get_attribute("cx")) + (v - demo.value("w1")) * unit
    y = float(handle.get_attribute("cy")) - (w - demo.value("w2")) * unit
    return x / box["width"], y / box["height"]


def test_numbers_follow_choices_fields_keys_mouse_and_finger(mount, page):
    demo = mount("zigzag")
    assert_shows_reference(demo)
    assert demo.text("share") == "100%"
    for values in ({"batch": "4"}, {"inputs": "centred"}, {"rate": 14.0}, {"batch": "32"}):
        demo.enter(**values)
        assert_shows_reference(demo)
    demo.enter(inputs="positive")
    expect(demo.root.locator(".demo-readout")).to_contain_text("is still")
    assert_shows_reference(demo)
    demo.press("rate", "ArrowLeft", times=8)
    assert demo.value("rate") == 10
    assert_shows_reference(demo)
    demo.drag(place(demo, -4, 2), place(demo, 1, -1))
    assert [demo.value(n) for n in ("w1", "w2")] == pytest.approx([1, -1], abs=0.11)
    assert_shows_reference(demo)
    page.add_style_tag(content="main { padding-bottom: 100vh }")  # room to scroll
    before = page.evaluate("scrollY")
    demo.swipe(place(demo, 1, -1), place(demo, 4, 4))
    assert page.evaluate("scrollY") == before
    assert [demo.value(n) for n in ("w1", "w2")] == pytest.approx([4, 4], abs=0.21)
    assert_shows_reference(demo)
    demo.drag(place(demo, -4, -4), place(demo, 0, 0))  # far from the start: nothing is held
    assert demo.value("w1") > 3.5
    demo.enter(w1=3.0, w2=-3.0)
    expect(demo.root.locator(".demo-readout")).to_contain_text("The start lies in the goal already")
    assert_shows_reference(demo)
    assert "NaN" not in demo.root.inner_html()
    demo.click("Reset")
    assert [demo.value(n) for n in ("inputs", "batch", "rate", "w1", "w2")] == [
        "positive",
        "1",
        5,
        -4,
        2,
    ]
    assert_shows_reference(demo)
    assert page.wrong == []


def test_the_path_grows_step_by_step_and_by_the_player(mount, page):
    demo = mount("zigzag", steps=3)
    assert_shows_reference(demo, steps=3)
    demo.click("One step")
    assert_shows_reference(demo, steps=4)
    page.emulate_media(reduced_motion="reduce")
    demo.click("Play")  # all at once
    assert_shows_reference(demo)
    demo.click("One step")  # after the end, from the start
    assert_shows_reference(demo, steps=1)
    demo.click("Play")
    page.emulate_media(reduced_motion="no-preference")
    demo.click("Play")  # from the start, with motion
    demo.click("Pause")
    count = demo.root.locator("[data-name=steps]")  # absent before the first step
    shown = int(count.inner_text()) if count.count() else 0
    assert shown < 41
    assert_shows_reference(demo, steps=shown)
    demo.click("Reset")
    assert_shows_reference(demo, steps=3)
    assert page.wrong == []


def test_bad_input_is_clamped_and_said_or_refused(mount):
    demo = mount("zigzag")
    demo.enter(rate=99.0)
    assert demo.value("rate") == 16
    expect(demo.root.locator("[aria-live]")).to_contain_text(
        "learning rate must be between 0.5 and 16"
    )
    for name, value, words in (
        ("steps", 201, "steps must be between 0 and 200, which is all; got 201"),
        ("w1", float("nan"), "w1 .* must be between -5 and 5"),
        ("batch", "16", "batch .* must be one of 1, 4, 32; got '16'"),
    ):
        with pytest.raises(traitlets.TraitError, match=words):
            ZigzagDemo(**{name: value})
