"""The depth demo: its net against Python's and against differences, and what a reader sees."""

import json

import numpy as np
import pytest
import traitlets
from playwright.sync_api import expect

from sigmoids.demos import DepthDemo
from sigmoids.functions import logistic, logistic_slope
from sigmoids.models.depth import WIDTH, gradients
from sigmoids.models.generator import random_numbers


def test_random_numbers_are_those_of_the_published_generator(javascript):
    def mulberry32(state):
        while True:
            state = (state + 0x6D2B79F5) % 2**32
            t = (state ^ state >> 15) * (state | 1) % 2**32
            t ^= (t + (t ^ t >> 7) * (t | 61)) % 2**32
            yield (t ^ t >> 14) / 2**32

    for seed in (1, 99, 2**32 - 1):
        generator = mulberry32(seed)
        expected = [next(generator) for _ in range(300)]
        assert random_numbers(seed, 300).tolist() == expected
        numbers = f"((r) => Array.from({{ length: 300 }}, r))(m.random({seed}))"
        assert javascript("generator", numbers) == expected


def test_activations_and_slopes_agree_with_python(javascript):
    z = np.array([-800, -40, -3, -0.1, 0, 1e-9, 1, 19, 36.8, 700])
    pairs = "Object.values(m.ACTIVATIONS).map(([phi, slope]) => [phi(z), slope(z)])"
    each = f"{json.dumps(z.tolist())}.map((z) => {pairs})"
    sigmoid, tanh, relu = np.array(javascript("depth", each), dtype=float).transpose(1, 2, 0)
    np.testing.assert_allclose(sigmoid, [np.float32(logistic(z)), logistic_slope(z)], rtol=1e-12)
    np.testing.assert_allclose(
        tanh, [np.float32(np.tanh(z)), 4 * logistic_slope(2 * z)], rtol=1e-12
    )
    np.testing.assert_array_equal(relu, [np.maximum(z, 0), z > 0])


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
def test_gradients_agree_with_python(javascript, activation):
    """To 1e-11: each of 50 layers adds the rounding of sums of 32 products that partly cancel."""
    cases = [[activation, n, g, s] for n in (2, 11, 50) for g in (0.2, 1, 1.41, 16) for s in (1, 6)]
    found = javascript("depth", f"{json.dumps(cases)}.map((c) => m.gradients(...c))")
    for case, result in zip(cases, found, strict=True):
        expected = gradients(*case)
        norms = np.array(result["norms"], dtype=float)  # JSON has 1e20 as an integer
        np.testing.assert_allclose(norms, expected["norms"], rtol=1e-11, err_msg=str(case))
        assert result["stretch"] == pytest.approx(expected["stretch"], rel=1e-11)
        assert result["slope"] == pytest.approx(expected["slope"], rel=1e-11)


@pytest.mark.parametrize(
    "activation, phi",
    [
        ("sigmoid", lambda z: 1 / (1 + np.exp(-z))),
        ("tanh", np.tanh),
        ("relu", lambda z: z * (z > 0)),
    ],
)
def test_gradients_are_the_derivatives_of_the_forward_pass(activation, phi):
    """By central differences of gradient·z₅ over z₁, through a net with no backward pass."""
    u = np.sqrt(3) * (2 * random_numbers(6, 2 * WIDTH + 5 * WIDTH**2) - 1)
    x, top = u[: 2 * WIDTH].reshape(2, WIDTH)
    weights = 1.41 / np.sqrt(WIDTH) * u[2 * WIDTH :].reshape(5, WIDTH, WIDTH)

    def output(z):
        for w in weights[1:]:
            z = w @ phi(z)
        return top @ z

    h, z = 1e-5, weights[0] @ x
    differences = [(output(z + h * e) - output(z - h * e)) / (2 * h) for e in np.eye(WIDTH)]
    expected = np.linalg.norm(differences) / np.linalg.norm(top)
    assert gradients(activation, 5, 1.41, 6)["norms"][-1] == pytest.approx(expected, rel=1e-6)


def test_what_the_slopes_take_is_bounded_and_no_draw_fails():
    for seed in range(1, 100, 3):
        for scale in (0.2, 1, 16):
            sigmoid, relu = (
                gradients("sigmoid", 50, scale, seed),
                gradients("relu", 50, scale, seed),
            )
            assert sigmoid["slope"] <= 0.25 and relu["slope"] < 1
            assert (sigmoid["stretch"] * sigmoid["slope"]) ** 49 == pytest.approx(
                sigmoid["norms"][-1]
            )
            assert np.all(relu["norms"] > 0) and np.all(np.isfinite(relu["norms"]))


def test_verdicts_change_where_they_should(javascript):
    ratios = [7e-46, 8e-46, 1e-38, 1.2e-38, 9e-7, 1.1e-6, 0.99, 1, 1e6, 1.1e6, 3.4e38, 3.5e38]
    assert javascript("depth", f"{json.dumps(ratios)}.map(m.verdict)") == [
        *(
            "0 in float32",
            "float32 loses digits",
            "float32 loses digits",
            "below one millionth",
            "below one millionth",
        ),
        *("above one millionth", "above one millionth", "it has not shrunk", "it has not shrunk"),
        *("above one million", "above one million", "float32 overflows"),
    ]


def assert_shows_reference(demo):
    activation = demo.value("activation")
    layers, scale, seed = demo.value("layers"), demo.value("scale"), demo.value("seed")
    found = gradients(activation, int(layers), scale, int(seed))
    ratio = found["norms"][-1]
    assert abs(demo.number("stretch") - found["stretch"]) <= 5.1e-4
    assert abs(demo.number("slope") - found["slope"]) <= 5.1e-4
    assert abs(demo.number("factor") - found["stretch"] * found["slope"]) <= 5.1e-4
    assert abs(demo.number("ratio") - ratio) <= 0.0051 * max(ratio, 1 if ratio > 0.01 else 0)
    expected = "not shrunk" if 1 <= ratio <= 1e6 else "below one" if ratio < 1e-6 else "above one"
    assert expected in demo.text("verdict")


def test_numbers_follow_fields_keys_mouse_finger_choice_and_presets(mount, page):
    demo = mount("depth")
    assert_shows_reference(demo)
    demo.enter(layers=10)
    assert demo.text("verdict") == "above one millionth"
    demo.press("layers", "ArrowRight")
    assert demo.value("layers") == 11 and demo.text("verdict") == "below one millionth"
    assert_shows_reference(demo)
    demo.enter(activation="relu")
    assert_shows_reference(demo)
    demo.click("He")
    assert demo.value("scale") == 1.41
    assert_shows_reference(demo)
    slider = demo.root.locator("input[type=range][name=layers]")
    box = slider.bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.3, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, middle, steps=3)
    page.mouse.up()
    by_mouse = demo.value("layers")
    assert 25 < by_mouse < 36
    assert_shows_reference(demo)
    page.touchscreen.tap(box["x"] + box["width"] * 0.8, middle)
    assert demo.value("layers") > by_mouse
    demo.enter(activation="tanh", seed=17)
    assert_shows_reference(demo)
    demo.click("Xavier")
    assert demo.value("scale") == 1
    assert_shows_reference(demo)
    demo.click("Reset")
    assert [demo.value(n) for n in ("activation", "layers", "scale", "seed")] == [
        "sigmoid",
        5,
        1,
        6,
    ]
    assert_shows_reference(demo)
    assert page.wrong == []


def test_what_is_drawn_are_the_norms(mount):
    demo = mount("depth", layers=11)
    paths = demo.root.locator("svg path")
    dots = paths.and_(demo.root.locator("[stroke-linecap=round]")).get_attribute("d")
    heights = [float(point.split()[1]) for point in dots.removesuffix("h0")[1:].split("h0M")]
    dashed = paths.and_(demo.root.locator("[stroke-dasharray]")).get_attribute("d")  # 10⁻⁶
    decade = (float(dashed.split()[1].split("h")[0]) - heights[0]) / 6
    exponents = np.log10(gradients("sigmoid", 11, 1, 6)["norms"])
    np.testing.assert_allclose(heights, heights[0] - decade * exponents, atol=0.11)


def test_bad_input_is_clamped_and_said_or_refused(mount, page):
    demo = mount("depth", hash="#demo-depth?layers=12.6&scale=1e9&activation=step&seed=NaN")
    assert [demo.value(n) for n in ("activation", "layers", "scale", "seed")] == [
        "sigmoid",
        13,
        16,
        6,
    ]
    assert_shows_reference(demo)
    demo.enter(layers=500)
    assert demo.value("layers") == 50
    expect(demo.root.locator("[aria-live]")).to_contain_text("layers must be between 2 and 50")
    assert page.wrong == []
    for name, value, words in (
        ("layers", 5.5, "layers must be a whole number; got 5.5"),
        ("seed", float("nan"), "seed .* must be between 1 and 99"),
        ("activation", "step", "activation .* must be one of sigmoid, tanh, relu"),
    ):
        with pytest.raises(traitlets.TraitError, match=words):
            DepthDemo(**{name: value})


def test_a_link_carries_the_state(mount, page):
    demo = mount("depth")
    demo.enter(activation="tanh", layers=31, scale=2.5)
    demo.click("Copy link")
    page.wait_for_function("location.hash.length > 1")
    again = mount("depth", hash=page.evaluate("location.hash"))
    assert [again.value(n) for n in ("activation", "layers", "scale", "seed")] == [
        "tanh",
        31,
        2.5,
        6,
    ]
    assert_shows_reference(again)
