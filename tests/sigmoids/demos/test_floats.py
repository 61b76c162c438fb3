"""The floats demo: its arithmetic against NumPy and mpmath, and what a reader sees."""

import json
import math
import warnings

import mpmath
import numpy as np
import pytest
import traitlets
from playwright.sync_api import expect

from sigmoids.demos import FloatsDemo
from sigmoids.functions import logistic
from sigmoids.models.floats import FORMATS, computed, exact_logistic, spacing, ulps

USUAL = {"float64": 36.73680056967711, "float32": 16.635532, "float16": 7.625}  # first with 1


def texts(values):
    """JavaScript for a list of doubles; JSON has no ∞ and no NaN."""
    words = {math.inf: "Infinity", -math.inf: "-Infinity"}
    return "[" + ",".join(words.get(v, repr(v)) for v in map(float, values)) + "]"


def test_all_65536_float16_are_decoded_encoded_and_rounded_to_as_numpy_does(javascript):
    codes = np.arange(65536, dtype=np.uint16)
    halves = codes.view(np.float16).astype(np.float64)
    finite = np.isfinite(halves)
    all_of_them = "Array.from(Array(65536), (_, i) => m.decode(BigInt(i), m.FORMATS.float16))"
    encode = "(v) => [v, Number(m.code(v, m.FORMATS.float16)), m.round(v, m.FORMATS.float16)]"
    found = np.array(javascript("floats", f"{all_of_them}.map({encode})"), dtype=float)[finite]
    np.testing.assert_array_equal(found[:, 0], halves[finite])
    np.testing.assert_array_equal(found[:, 1], np.where(codes == 0x8000, 0, codes)[finite])  # −0
    np.testing.assert_array_equal(found[:, 2], halves[finite])
    # Halfway between neighbours, and one double to either side of that.
    middle = "(v + m.walk(v, 1, m.FORMATS.float16)) / 2"
    around = f"(v) => [-1, 0, 1].map((n) => m.walk({middle}, n, m.FORMATS.float64))"
    near = f"{all_of_them}.filter((v) => Math.abs(v) < 65504).flatMap({around})"
    pairs = javascript("floats", f"{near}.map((v) => [v, m.round(v, m.FORMATS.float16)])")
    between, rounded = np.transpose(pairs)
    np.testing.assert_array_equal(rounded, between.astype(np.float16).astype(np.float64))


def test_rounding_of_what_float16_cannot_hold(javascript):
    far = [65519.99, 65520, -65520, 1e5, 1e300, 5e-324, -1e-300, 2**-25, 1.0001 * 2**-25]
    expression = f"{texts(far)}.map((v) => String(m.round(v, m.FORMATS.float16)))"
    with np.errstate(over="ignore"):
        expected = np.array(far).astype(np.float16).astype(np.float64)
    np.testing.assert_array_equal(np.array(javascript("floats", expression), float), expected)


@pytest.mark.parametrize("name", FORMATS)
def test_formulas_agree_with_exact_arithmetic_to_the_last_bit(javascript, name):
    kind = FORMATS[name]
    x = np.concatenate([np.linspace(-780, 780, 79), np.linspace(-40, 40, 161), [0, 1e-30, -5e-324]])
    x = x.astype(kind).astype(np.float64)
    f = f"m.FORMATS.{name}"
    for formula in ("usual", "quotient", "course"):
        each = (
            f"const v = m.FORMULAS.{formula}(x, {f}).value; return [String(v), m.ulps(v, x, {f})]"
        )
        pairs = javascript("floats", f"{texts(x)}.map((x) => {{ {each} }})")
        values = np.array([value for value, _ in pairs], dtype=float)
        expected = np.array([computed(a, formula, kind) for a in x])
        np.testing.assert_array_equal(values, expected)
        errors = [math.nan if e is None else e for _, e in pairs]
        np.testing.assert_allclose(
            errors, [ulps(v, a, kind) for v, a in zip(expected, x, strict=True)], 1e-12, 1e-15
        )


def test_the_exact_value_and_the_ulp_agree_with_mpmath_and_numpy():
    with mpmath.workdps(70):
        for x in (-800.0, -745.13, -1e-300, 0.1, 36.73680056967711, 709.9):
            truth = 1 / (1 + mpmath.exp(-mpmath.mpf(x)))
            ours = exact_logistic(x)
            ratio = mpmath.mpf(ours.numerator) / ours.denominator / truth
            assert abs(ratio - 1) < mpmath.mpf(10) ** -58
    for name, kind in FORMATS.items():
        for x in (-700, -20, -1, 0.3, 5):
            value = kind(logistic(np.float64(x)))
            if value > 0:
                assert float(spacing(exact_logistic(x), kind)) == np.spacing(value), (name, x)


@pytest.mark.parametrize("name", FORMATS)
def test_edges_are_where_numpy_has_them(javascript, name):
    """`edges` gives the last float before a change; here NumPy computes it and the next."""
    kind = FORMATS[name]

    def usual(x):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            return 1 / (1 + np.exp(-x)), len(caught)

    def quotient(x):
        with np.errstate(all="ignore"):
            return np.exp(x) / (1 + np.exp(x))

    def edges(formula):
        found = javascript("floats", f"m.edges('{formula}', m.FORMATS.{name})")
        return [(kind(x), np.nextafter(kind(x), kind(np.inf))) for x in found]

    (over, small), (below, one) = edges("usual")
    assert usual(over) == (0, 1) and usual(small)[0] > 0 and usual(small)[1] == 0
    assert usual(below)[0] < 1 and usual(one)[0] == 1
    assert one == kind(USUAL[name])
    (zero, least), *_, (last, nan) = edges("quotient")
    assert quotient(zero) == 0 < quotient(least)
    assert quotient(last) == 1 and np.isnan(quotient(nan))
    (zero, least), (below, one) = edges("course")
    assert logistic(zero) == 0 < logistic(least) and logistic(below) < 1 == logistic(one)


def reference(demo):
    """What the read-out must show, by exact arithmetic, for what the controls hold."""
    kind = FORMATS[demo.value("format")]
    held = demo.root.locator("input[type=text][name=x]").input_value()
    x, formula = float(kind(float(held))), demo.value("formula")
    value = computed(x, formula, kind)
    return x, value, ulps(value, x, kind), kind


def assert_shows_reference(demo):
    x, value, error, kind = reference(demo)
    assert kind(demo.number("x")) == kind(x)
    if math.isnan(value):
        assert demo.text("value") == "NaN"
        return
    close = {"rel_tol": 1e-3 if "×" in demo.text("value") else 0}
    assert math.isclose(kind(demo.number("value")), value, **close)
    assert math.isclose(demo.number("ulps"), abs(error), rel_tol=0.05, abs_tol=0.0051)
    if demo.root.locator("[data-name=next]").count():
        after = computed(float(np.nextafter(kind(x), kind(np.inf))), demo.value("formula"), kind)
        assert math.isclose(demo.number("next"), after, rel_tol=1e-3)


def test_one_float_further_the_usual_formula_gives_exactly_1(mount):
    demo = mount("floats")
    assert demo.text("x") == "36.7368005696771" and demo.text("value") == "0.9999999999999998"
    assert demo.text("next") == "1"
    assert_shows_reference(demo)
    demo.click("Float after")
    assert (demo.text("x"), demo.text("value")) == ("36.73680056967711", "1")
    assert_shows_reference(demo)
    demo.click("Float before")
    demo.click("Float before")
    assert reference(demo)[0] == math.nextafter(36.7368005696771, 0)
    assert_shows_reference(demo)


def test_numbers_follow_fields_keys_choices_mouse_and_finger(mount, page):
    demo = mount("floats")
    for name in FORMATS:
        for formula in ("usual", "quotient", "course"):
            demo.enter(format=name, formula=formula)
            for x in (-709.79, 709.79, 8.31):
                demo.enter(x=x)
                assert_shows_reference(demo)
    demo.press("x", "ArrowRight", times=3)
    assert reference(demo)[0] == float(np.float16(8.34))
    assert_shows_reference(demo)
    demo.enter(format="float64", formula="usual", x=0.0)
    before = 0.49  # of the map lies to the left of 0
    demo.drag((before, 0.03), (0.1, 0.03))
    by_mouse = reference(demo)[0]
    assert by_mouse < -745
    assert_shows_reference(demo)
    demo.enter(x=0.0)
    demo.swipe((before, 0.03), (0.8, 0.03))
    assert 37 < reference(demo)[0] < 709
    assert_shows_reference(demo)
    at = reference(demo)[0]
    demo.drag((0.2, 0.25), (0.6, 0.25))  # far from the marker: nothing is held
    assert reference(demo)[0] == at
    assert page.wrong == []


def test_next_edge_stops_before_each_change_and_wraps(mount):
    demo = mount("floats", formula="quotient")
    seen = []
    for _ in range(3):
        demo.click("Next edge")
        demo.settle()
        seen.append(reference(demo)[0])
    assert seen == [709.782712893384, -745.1332191019412, 709.782712893384]
    demo.click("Float after")
    assert demo.text("value") == "NaN"
    demo.enter(formula="usual")
    demo.click("Next edge")
    assert reference(demo)[0] == -709.7827128933841
    expect(demo.root.locator(".demo-readout")).to_contain_text("overflows to ∞ (NumPy warns)")
    assert demo.number("truth") == pytest.approx(5.6e-309, rel=0.01)


def test_reset_takes_everything_back_and_bad_input_is_clamped_and_said(mount, page):
    demo = mount("floats", format="float32", x=5.0)
    demo.enter(x=1e9)
    assert reference(demo)[0] == 800
    said = "input must be between -800 and 800; it is now 800"
    expect(demo.root.locator("[aria-live]")).to_contain_text(said)
    demo.click("Float after")
    assert reference(demo)[0] == 800
    demo.enter(format="float16", formula="course")
    demo.click("Reset")
    assert (demo.value("format"), demo.value("formula")) == ("float32", "usual")
    assert demo.text("x") == "5"
    assert_shows_reference(demo)
    assert page.wrong == []


def test_python_refuses_what_the_controls_cannot_reach():
    demo = FloatsDemo()
    for bad in (801, -1e9, float("nan")):
        with pytest.raises(traitlets.TraitError, match=r"x .input. must be between -800 and 800"):
            demo.x = bad
    with pytest.raises(traitlets.TraitError, match=r"format .format. must be one of float64"):
        demo.format = "float8"
    assert demo.parameters() == json.loads(json.dumps(FloatsDemo().parameters()))
