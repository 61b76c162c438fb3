"""The family demo: its curves and tails against Python, and what a reader sees."""

import json

import mpmath as mp
import numpy as np
import pytest
import traitlets
from playwright.sync_api import expect
from scipy import integrate, special

from sigmoids.demos import FamilyDemo
from sigmoids.demos.family import NAMES
from sigmoids.models.family import VARIANCE, curve, left, place
from tests.support.demos import run_javascript

GRID = np.linspace(-6, 6, 97)
PAIRS = [(name, fair) for name in NAMES for fair in ("slope", "variance", "quartile")]
PAIRS = [(name, fair) for name, fair in PAIRS if fair != "variance" or name in VARIANCE]


@pytest.fixture(scope="module")
def computed():
    """What JavaScript has for every curve, laid in every way, on the grid."""
    each = f"{json.dumps(GRID.tolist())}.map((x) => [m.curve(n, f, x), m.left(n, f, x)])"
    rows = run_javascript("family", f"{json.dumps(PAIRS)}.map(([n, f]) => {each})")
    return {pair: np.transpose(row) for pair, row in zip(PAIRS, rows, strict=True)}


def test_curves_and_tails_agree_with_python(computed):
    for (name, fair), (y, decades) in computed.items():
        np.testing.assert_allclose(y, curve(name, fair, GRID), rtol=1e-12, atol=1e-15)
        expected = left(name, fair, GRID)
        seen = expected > 1e-300  # Gompertz's floor underflows in Python; the next test has it
        # Rounding z costs Gompertz's floor, e to the power −e⁻ᶻ, up to 700 |z| ulp.
        tolerance = 3e-12 if name == "gompertz" else 1e-12
        np.testing.assert_allclose(10 ** decades[seen], expected[seen], rtol=tolerance)


def test_gompertz_floor_is_right_where_float64_underflows(computed):
    z = 6 / mp.log(2) + mp.log(mp.log(2))
    exact = mp.log10(2) - mp.exp(z) / mp.log(10)
    assert float(exact) < -1700
    assert computed["gompertz", "slope"][1][0] == pytest.approx(float(exact), rel=1e-12)


@pytest.mark.parametrize("name, fair", PAIRS)
def test_all_curves_laid_to_one_measure_have_it(name, fair):
    y = lambda x: float(curve(name, fair, x))  # noqa: E731
    if fair == "slope":
        assert y(0) == pytest.approx(0, abs=1e-15)
        assert (y(1e-5) - y(-1e-5)) / 2e-5 == pytest.approx(
            1, abs=1e-8 if name != "softsign" else 2e-5
        )
    elif fair == "quartile":
        assert [y(-1), y(1)] == pytest.approx([-0.5, 0.5], rel=1e-12)
    else:  # by parts, as chapter "The formula" has it; u is what is left on each side
        sides = [
            integrate.quad(lambda x, s=s: x * left(name, fair, s * x), 1e-300, 60)[0]
            for s in (1, -1)
        ]
        mean = [
            integrate.quad(lambda x, s=s: left(name, fair, s * x) / 2, 1e-300, 60)[0]
            for s in (1, -1)
        ]
        assert sum(sides) == pytest.approx(1, rel=1e-6)
        assert mean[0] == pytest.approx(mean[1], rel=1e-6)


@pytest.mark.parametrize("name", ["algebraic", "arctan", "softsign"])
def test_a_curve_said_to_have_no_variance_has_none(name):
    """2x·u(x), whose integral is the variance, is near 1/x or above it: ln 10 for each tenfold."""

    def tenfold(low):
        return integrate.quad(
            lambda t: 2 * np.exp(2 * t) * left(name, "slope", np.exp(t)), low, low + np.log(10)
        )[0]

    assert min(map(tenfold, np.log([10.0, 1e3, 1e6]))) > 0.98 * np.log(10)
    assert np.isnan(place(name, "variance")[1])


def test_erf_and_its_tail_agree_with_scipy(javascript):
    x = np.linspace(-6, 6, 241)
    pairs = javascript("erf", f"{json.dumps(x.tolist())}.map((x) => [m.erf(x), m.erfc(x)])")
    np.testing.assert_allclose(np.transpose(pairs)[0], special.erf(x), rtol=1e-12)
    np.testing.assert_allclose(np.transpose(pairs)[1], special.erfc(x), rtol=1e-12)


def greatest_distance(first, second, fair):
    x = np.linspace(-12, 12, 240_001)
    return np.max(np.abs(curve(first, fair, x) - curve(second, fair, x))) / 2


@pytest.mark.parametrize(
    "first, second, fair",
    [
        ("logistic", "erf", "slope"),
        ("logistic", "erf", "variance"),
        ("arctan", "gompertz", "quartile"),
        ("softsign", "erf", "quartile"),
        ("gudermannian", "algebraic", "slope"),
        ("tanh", "logistic", "quartile"),
    ],
)
def test_greatest_distance_agrees_with_a_fine_grid(javascript, first, second, fair):
    found = javascript("family", f"m.distance({first!r}, {second!r}, {fair!r})")
    assert found == pytest.approx(greatest_distance(first, second, fair), abs=1e-8)


def assert_shows_reference(demo):
    """Every number in the read-out, by Python, for what the controls hold."""
    first, second, fair, x = map(demo.value, ("first", "second", "fair", "x"))
    u, v = float(left(first, fair, x)), float(left(second, fair, x))
    assert demo.number("left1") == pytest.approx(u, rel=5.1e-3)
    assert demo.number("left2") == pytest.approx(v, rel=5.1e-3)
    assert demo.number("factor") == pytest.approx(max(u, v) / min(u, v), rel=5.1e-3)
    apart = 100 * greatest_distance(first, second, fair)
    assert apart - 1e-6 <= demo.number("distance") <= apart + 0.1


def test_numbers_follow_choices_field_keys_mouse_and_finger(mount, page):
    demo = mount("family")
    assert_shows_reference(demo)
    assert demo.number("factor") == 29.1  # as the chapter has it: at the same slope,
    demo.enter(fair="quartile")
    assert demo.number("factor") == 1.66  # and at the same quartiles
    assert_shows_reference(demo)
    demo.enter(first="arctan", second="gompertz", fair="slope", x=-2.0)
    assert_shows_reference(demo)
    demo.press("x", "ArrowRight", times=5)
    assert demo.value("x") == -1.5
    assert_shows_reference(demo)
    demo.drag((0.3, 0.2), (0.8, 0.2))
    by_mouse = demo.value("x")
    assert by_mouse > 2
    assert_shows_reference(demo)
    demo.swipe((0.8, 0.7), (0.6, 0.7))
    assert 0 < demo.value("x") < by_mouse
    assert_shows_reference(demo)
    demo.enter(first="logistic", second="erf", fair="variance", x=-6.0)
    assert_shows_reference(demo)
    assert page.wrong == []


def test_a_curve_without_a_variance_is_not_drawn_and_says_so(mount, page):
    demo = mount("family", first="arctan", fair="variance")
    assert "No scale gives arctan variance 1" in demo.root.locator(".demo-readout").inner_text()
    assert demo.text("law") == "1/x"
    expect(demo.root.locator(".demo-picture svg")).to_contain_text("arctan: no variance")
    assert demo.number("left2") == pytest.approx(float(left("erf", "variance", 3)), rel=5e-3)
    lines = demo.root.locator(".demo-picture path[stroke='var(--blue)']")
    assert lines.count() == 1  # beside its name only
    demo.enter(second="algebraic")
    demo.settle()
    assert "arctan or the algebraic curve" in demo.root.locator(".demo-readout").inner_text()
    demo.enter(fair="quartile")
    demo.settle()
    assert lines.count() == 3
    assert_shows_reference(demo)
    assert page.wrong == []


def test_one_curve_under_two_names_and_a_curve_on_itself_are_named(mount):
    demo = mount("family", second="tanh")
    assert "are one curve" in demo.root.locator(".demo-readout").inner_text()
    demo.enter(first="tanh", second="tanh")
    demo.settle()
    assert "Pick two different curves" in demo.root.locator(".demo-readout").inner_text()


def test_what_is_too_small_for_a_number_is_said(mount):
    demo = mount("family", second="gompertz", x=-6.0)
    assert demo.text("left2") == "under 10⁻³⁰⁰"
    assert demo.text("factor") == "over 10³⁰⁰"


def test_reset_link_and_bad_input(mount, page):
    demo = mount("family", first="softsign")
    demo.enter(first="erf", second="tanh", fair="quartile", x=99.0)
    assert demo.value("x") == 6
    expect(demo.root.locator("[aria-live]")).to_contain_text(
        "must be between -6 and 6; it is now 6"
    )
    demo.click("Reset")
    assert [demo.value(n) for n in ("first", "second", "fair", "x")] == [
        "softsign",
        "erf",
        "slope",
        3,
    ]
    odd = mount("family", hash="#demo-family?first=arctan&second=nobody&fair=variance&x=-1e9")
    assert [odd.value(n) for n in ("first", "second", "fair", "x")] == [
        "arctan",
        "erf",
        "variance",
        -6,
    ]
    with pytest.raises(
        traitlets.TraitError, match=r"second \(dashed curve\) must be one of logistic, erf"
    ):
        FamilyDemo(second="sine")
    with pytest.raises(
        traitlets.TraitError, match=r"x \(compare tails at\) must be between -6 and 6"
    ):
        FamilyDemo(x=float("nan"))
    assert page.wrong == []
