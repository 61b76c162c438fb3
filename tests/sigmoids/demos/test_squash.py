"""The squash demo: its shares and means against SciPy, and what a reader sees."""

import itertools
import json

import mpmath as mp
import numpy as np
import pytest
import traitlets
from playwright.sync_api import expect
from scipy import stats

from sigmoids.demos import SquashDemo
from sigmoids.functions import logistic, logit
from sigmoids.models.squash import mean_probability, share_below
from tests.support.demos import run_javascript

STATES = [
    {"m": m, "s": s, "T": T}
    for m, s, T in itertools.product((-5, -0.3, 0, 2, 5), (0.2, 1, 3.5), (0.1, 1, 5))
]


@pytest.fixture(scope="module")
def computed():
    """What JavaScript has for each state: mean, share within 1%, shares below 0, 0.05, ... 1."""
    each = "[m.mean(p), m.saturated(p), ...Array.from({length: 21}, (_, i) => m.below(i / 20, p))]"
    return np.array(run_javascript("squash", f"{json.dumps(STATES)}.map((p) => {each})"))


def test_shares_agree_with_scipy(computed):
    for state, (_, ends, *below) in zip(STATES, computed, strict=True):
        scores = stats.norm(state["m"], state["s"])
        edge = state["T"] * np.log(99)
        # Rounding a quantile z costs the far tail up to z² ulp; nothing below 1e-99 is shown.
        assert ends == pytest.approx(scores.cdf(-edge) + scores.sf(edge), rel=1e-12, abs=1e-99)
        cuts = state["T"] * logit(np.arange(21) / 20)
        np.testing.assert_allclose(below, scores.cdf(cuts), rtol=1e-12, atol=1e-99)
        np.testing.assert_allclose(share_below(np.arange(21) / 20, **state), below, atol=1e-15)


def test_mean_agrees_with_mpmath_and_python(computed):
    for state, (mean, *_) in zip(STATES, computed, strict=True):
        m, s, T = state.values()
        density = lambda z: mp.exp(-z * z / 2) / mp.sqrt(2 * mp.pi) / (1 + mp.exp(-(m + s * z) / T))  # noqa: B023, E731
        ends = sorted({-16, *(c for c in (-m / s, -4, 0, 4, s / T) if -16 < c < 16), 16})
        cuts = sorted(
            {c for e in ends[1:-1] for c in (e - 4 * T / s, e, e + 4 * T / s)} | {-16, 16}
        )
        exact = float(mp.quad(density, [c for c in cuts if -16 <= c <= 16]))
        assert mean == pytest.approx(exact, rel=1e-12)
        assert mean_probability(**state) == pytest.approx(exact, rel=1e-12)


@pytest.mark.parametrize("m, s, known", [(1, 1, 0.696735), (2, 2, 0.775200), (0.5, 3, 0.557218)])
def test_mean_has_the_values_known_from_quadrature(javascript, m, s, known):
    """MacKay's approximation σ(m/√(1 + πs²/8)) gives 0.7000, 0.7768 and 0.5584."""
    assert javascript("squash", f"m.mean({{m: {m}, s: {s}, T: 1}})") == pytest.approx(
        known, abs=6e-7
    )


def test_quantiles_agree_with_scipy(javascript):
    q = (np.arange(20) + 0.5) / 20
    found = javascript("squash", f"{json.dumps(q.tolist())}.map(m.quantile)")
    np.testing.assert_allclose(found, stats.norm.ppf(q), rtol=1e-12)


def shares(demo):
    """The two shares in the read-out, in percent; for "under" and "over" 0.05% off the end."""
    words = {"under 0.1%": 0.025, "over 99.9%": 99.975}
    texts = [demo.text(name).lower() for name in ("saturated", "above")]
    return [words[t] if t in words else float(t.rstrip("%")) for t in texts]


def assert_shows_reference(demo):
    """Every number in the read-out, by Python, for what the controls hold."""
    m, s, T = map(demo.value, "msT")
    scores, edge = stats.norm(m, s), T * np.log(99)
    expected = [scores.cdf(-edge) + scores.sf(edge), scores.sf(0)]
    assert shares(demo) == pytest.approx([100 * e for e in expected], abs=0.051)
    assert demo.number("mean") == pytest.approx(mean_probability(m=m, s=s, T=T), abs=5.1e-4)
    assert demo.number("middle") == pytest.approx(logistic(m / T), abs=5.1e-4)


def test_numbers_follow_fields_and_keys_and_the_order_ignores_temperature(mount, page):
    demo = mount("squash")
    assert_shows_reference(demo)
    before = demo.text("above")
    seen = {demo.text("saturated")}
    for T in (0.4, 3.0):
        demo.enter(T=T)
        assert_shows_reference(demo)
        assert demo.text("above") == before
        seen.add(demo.text("saturated"))
    assert len(seen) == 3
    demo.enter(m=2.0, s=2.0, T=0.95)
    demo.press("T", "ArrowRight")
    assert demo.value("T") == 1
    assert demo.number("mean") == 0.775
    assert_shows_reference(demo)
    demo.press("m", "ArrowLeft", times=3)
    demo.press("s", "ArrowLeft", times=3)
    assert (demo.value("m"), demo.value("s")) == (1.7, 1.7)
    assert_shows_reference(demo)
    assert page.wrong == []


def test_mouse_and_finger_move_the_handle_they_take(mount, page):
    demo = mount("squash")
    x, y = demo.place("circle", 1)
    demo.drag((x, y), (x - 0.06, y))
    assert demo.value("m") == 1 and 0.2 < demo.value("s") < 2.5
    assert_shows_reference(demo)
    x, y = demo.place("circle", 2)
    demo.swipe((x, y), (x + 0.1, y))
    assert demo.value("m") == 1 and 1.5 < demo.value("T") < 3
    assert_shows_reference(demo)
    x, y = demo.place("circle", 0)
    demo.swipe((x, y), (x - 0.12, y))
    by_hand = demo.value("m")
    assert by_hand < -1
    assert demo.place("circle", 0)[0] == pytest.approx(x - 0.12, abs=0.01)
    assert_shows_reference(demo)
    demo.drag((0.9, 0.3), (0.95, 0.3))  # far from all handles: the hill is pushed, without a jump
    assert 0.5 < demo.value("m") - by_hand < 3
    assert_shows_reference(demo)
    assert page.wrong == []


def test_small_and_nearly_sure_numbers_are_said_as_they_are(mount, page):
    demo = mount("squash", m=-5.0, s=0.2, T=0.1)
    assert demo.number("middle") == pytest.approx(logistic(-50), rel=0.05, abs=0)
    assert demo.number("mean") == pytest.approx(
        mean_probability(m=-5, s=0.2, T=0.1), rel=0.05, abs=0
    )
    assert (demo.text("saturated"), demo.text("above")) == ("Over 99.9%", "under 0.1%")
    demo.enter(m=5.0)
    assert demo.text("mean") == "1 − 1.4 × 10⁻²¹"
    assert demo.text("middle") == "1 − 1.9 × 10⁻²²"
    readout = demo.root.locator(".demo-readout")
    assert "is nearer to ½ than" in readout.inner_text()
    demo.enter(m=0.0)
    demo.settle()
    assert "equals" in readout.inner_text()
    demo.enter(m=1.0, T=5.0)
    demo.settle()
    assert "agrees as far as shown with" in readout.inner_text()
    assert demo.text("mean") == demo.text("middle")
    assert page.wrong == []


def test_reset_link_and_bad_input(mount, page):
    demo = mount("squash", T=2.0)
    demo.enter(m=-3.0, s=0.5, T=1e9)
    assert demo.value("T") == 5
    live = demo.root.locator("[aria-live]")
    expect(live).to_contain_text("temperature must be between 0.1 and 5; it is now 5")
    demo.click("Reset")
    assert [demo.value(n) for n in "msT"] == [1, 3, 2]
    odd = mount("squash", hash="#demo-squash?m=-77&s=&T=NaN&q=1", T=2.0)
    assert [odd.value(n) for n in "msT"] == [-5, 3, 2]
    assert_shows_reference(odd)
    for value in (0, float("nan")):
        with pytest.raises(
            traitlets.TraitError, match=r"T \(temperature\) must be between 0.1 and 5"
        ):
            SquashDemo(T=value)
    assert page.wrong == []
