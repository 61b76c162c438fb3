"""The growth demo: its fits and ranges against SciPy, and what a reader sees."""

import json
import math

import numpy as np
import pytest
import traitlets
from playwright.sync_api import expect
from scipy import optimize, stats

from sigmoids.demos import GrowthDemo
from sigmoids.demos.growth import SERIES, counts
from sigmoids.functions import logistic_curve
from sigmoids.growth import capacity_range, factor, fit


def curve(t, K, r, t0):
    return logistic_curve(t, ceiling=K, steepness=r, midpoint=t0)


def up_to(series, until):
    t, p = counts(series)
    return t[t <= until], p[t <= until]


def lengths(series):
    """How many counts are used, for each value that `until` can have."""
    times, (low, high, *_) = counts(series).t, SERIES[series]["until"]
    return [n for n in range(3, len(times) + 1) if low <= times[n - 1] <= high]


def in_every_state(javascript, series, shifts, function, every=1):
    """A JavaScript function of (t, p), for each number of counts used, one of them moved."""
    t, p = (column.tolist() for column in counts(series))
    return javascript(
        "growth",
        f"""(([t, p], lengths, shifts, f) => lengths.flatMap((n) => shifts.flatMap((shift) =>
          t.slice(0, n).flatMap((_, i) => i % {every} ? [] : [f(t.slice(0, n),
            p.slice(0, n).map((v, j) => (j === i ? v * (1 + shift / 100) : v)))])))
        )({json.dumps([t, p])}, {lengths(series)}, {shifts}, {function})""",
    )


def test_curve_and_misfit_agree_with_python(javascript):
    t, p = counts("yeast")
    for K, r, t0 in [(500, 0.4, 6), (1500, 1.2, 2), (100, 0.1, 14)]:
        c = json.dumps({"K": K, "r": r, "t0": t0})
        table = json.dumps([t.tolist(), p.tolist()])
        heights = javascript("growth", f"{table}[0].map((t) => m.population(t, {c}))")
        np.testing.assert_allclose(heights, curve(t, K, r, t0), rtol=1e-12)
        misfit = javascript("growth", f"m.misfit(...{table}, {c})")
        assert misfit == pytest.approx(np.sqrt(np.mean((p - curve(t, K, r, t0)) ** 2)), rel=1e-12)


@pytest.mark.parametrize(
    ("series", "until", "K", "r", "t0"),
    [
        ("yeast", 18, 663.02, 0.54699, 7.808),
        ("belgium", 1845, 6.583222, 0.02621, None),
        ("united_states", 1910, 196.3, None, None),
        ("united_states", 1940, 184.8, None, None),
    ],
)
def test_least_squares_gives_the_known_capacities(series, until, K, r, t0):
    best = fit(*up_to(series, until))
    digits = {"K": K, "r": r, "t0": t0}
    for name, value in digits.items():
        if value is not None:
            assert getattr(best, name) == pytest.approx(value, rel=5e-4)


@pytest.mark.parametrize("series", SERIES)
def test_javascript_and_scipy_find_the_same_best_curves(javascript, series):
    """Iterations end where the sum of squares is flat: it agrees to 1e-9, u = 1/K to 1e-5."""
    found = in_every_state(javascript, series, [-5, 1], "(t, p) => [p, m.fit(t, p)]", every=4)
    assert len(found) > 3
    for p, js in found:
        best = fit(counts(series).t[: len(p)], p)
        exact = 1e-12 * np.max(p) ** 2  # three counts can be met exactly
        assert js["error"] == pytest.approx(best.squares, rel=1e-9, abs=exact)
        assert js["u"] == pytest.approx(best.u, rel=1e-5, abs=1e-9)


@pytest.mark.parametrize("series", SERIES)
def test_no_slider_cuts_a_best_curve_off(javascript, series):
    """In every reachable state r and t₀ are inside their ranges, and K, or its end is said."""
    high = SERIES[series]["K"][1]
    shifts = [s / 2 for s in range(-10, 11)]
    laid = f"""(t, p) => {{
      const best = m.fit(t, p);
      return m.numbers(best.u * {high} < 1 ? m.fitGiven(t, p, 1 / {high}) : best);
    }}"""
    found = in_every_state(javascript, series, shifts, laid)
    for name in ("K", "r", "t0"):
        values = np.array([c[name] for c in found], dtype=float)
        low, high, *_ = SERIES[series][name]
        assert low < values.min() and values.max() <= high * (1 + 1e-12), name


@pytest.mark.parametrize("n", [4, 5, 19, 24])
def test_factor_is_that_of_fishers_distribution(n):
    assert factor(n) == pytest.approx(1 + stats.f.ppf(0.95, 1, n - 3) / (n - 3), rel=1e-10)


@pytest.mark.parametrize(
    ("series", "until"),
    [("yeast", 18), ("yeast", 7), ("yeast", 6), ("yeast", 5), ("united_states", 1910)],
)
def test_the_range_ends_where_the_best_curve_of_that_capacity_fits_worse(javascript, series, until):
    t, p = up_to(series, until)
    ends, best = capacity_range(t, p), fit(t, p)
    limit = best.squares * factor(len(t))
    for end, beyond in zip(ends, (0.98, 1.02), strict=True):
        if end.K == math.inf:
            assert end.squares <= limit
            continue
        assert end.squares == pytest.approx(limit, rel=1e-6)

        def given(t, r, t0, K=end.K * beyond):
            return curve(t, K, r, t0)

        free, _ = optimize.curve_fit(given, t, p, p0=(end.r, end.t0))
        assert np.sum((p - given(t, *free)) ** 2) > limit
    table = json.dumps([t.tolist(), p.tolist()])
    js = javascript("growth", f"m.range(...{table}, m.fit(...{table}), {factor(len(t))})")
    for end, python in zip(js, ends, strict=True):
        assert end["u"] == pytest.approx(python.u, rel=1e-5, abs=1e-12)


def test_one_percent_in_one_count_moves_belgiums_capacity_by_millions():
    demo = GrowthDemo("belgium")
    found = {}
    for demo.shift in (0, 1, -1, -2):
        demo.fit()
        found[demo.shift] = demo.K
    assert found == {0: 6.58, 1: 5.76, -1: 9.67, -2: 25}
    assert fit(*demo.used()).K == math.inf


def test_early_counts_do_not_bound_the_capacity_and_late_ones_do():
    ranges = {until: capacity_range(*up_to("yeast", until)) for until in (5, 6, 7, 18)}
    assert [high.K for _, high in ranges.values()] == [
        math.inf,
        math.inf,
        pytest.approx(2017, abs=1),
        pytest.approx(666.7, abs=0.1),
    ]


def test_fewer_counts_than_numbers_are_refused():
    with pytest.raises(ValueError, match="three counts at least"):
        fit([0, 1], [1, 2])
    with pytest.raises(ValueError, match="a range needs four"):
        capacity_range([0, 1, 2], [1, 2, 3])


def test_parameters_of_each_series_and_what_is_refused():
    demo = GrowthDemo("yeast", K=700, until=10)
    demo.series = "united_states"
    assert demo.parameters() == {
        **{"series": "united_states", "K": 150.0, "r": 0.025, "t0": 1900.0},
        **{"until": 1910.0, "point": 1850.0, "shift": 0.0},
    }
    assert GrowthDemo("belgium", K=8).K == 8
    for wrong, words in [
        ({"until": 1700}, r"until \(data up to\) must be between 1820 and 2020; got 1700"),
        ({"shift": math.nan}, r"shift \(moved by\) must be between -5 and 5; got nan"),
        ({"point": 1855}, "point must be the time of a count: 1790, 1800, .*; got 1855"),
    ]:
        with pytest.raises(traitlets.TraitError, match=words):
            GrowthDemo("united_states", **wrong)


def test_a_reset_sent_by_the_page_brings_its_own_start_with_another_series():
    demo = GrowthDemo(K=663)
    demo.series = "belgium"
    demo.set_state({"series": "yeast", "K": 663.0, "r": 0.4, "t0": 6.0})
    assert (demo.series, demo.K) == ("yeast", 663)
    demo.series = "belgium"
    assert demo.K == SERIES["belgium"]["K"][3]


def test_still_picture_shows_hollow_dots_the_moved_one_and_the_range():
    demo, seen = GrowthDemo("united_states"), set()
    for parameters in ({}, {"until": 1860}, {"until": 1900}, {"shift": -2}):
        for name, value in parameters.items():
            setattr(demo, name, value)
        demo.fit()
        seen.add(demo.still())
    assert len(seen) == 4
    assert max(map(len, seen)) < 60_000
    for series in SERIES:  # no dot is cut in half by the frame
        (left, right, *_), t = SERIES[series]["frame"], counts(series).t
        assert left < t.min() and t.max() < right


def reference(demo):
    """The counts that are used, and the curve that the controls hold, by Python."""
    held = {name: demo.value(name) for name in ("series", "until", "point", "shift")}
    t, p = GrowthDemo(**held).used()
    return t, p, {name: demo.value(name) for name in ("K", "r", "t0")}


def assert_by_hand(demo):
    t, p, c = reference(demo)
    digits = 0.006 if demo.value("series") == "yeast" else 6e-4
    assert abs(demo.number("misfit") - np.sqrt(np.mean((p - curve(t, **c)) ** 2))) < digits
    assert abs(demo.number("least") - np.sqrt(fit(t, p).squares / len(t))) < digits


def assert_best(demo):
    """The best curve is laid, and said with its range."""
    demo.settle()
    t, p, c = reference(demo)
    best, low_high = fit(t, p), capacity_range(t, p)
    assert abs(c["r"] - best.r) < 1e-3 and abs(c["K"] - best.K) < 0.51
    assert abs(demo.number("K") - best.K) < 0.51
    for name, end in zip(("low", "high"), low_high, strict=True):
        if end.K < math.inf:
            assert abs(demo.number(name) - end.K) < 0.51
    unbounded = "these data do not bound K" in demo.root.locator(".demo-readout").inner_text()
    assert unbounded == (low_high[1].K == math.inf)


def test_numbers_follow_fields_keys_mouse_and_finger(mount, page):
    demo = mount("growth")
    assert_by_hand(demo)
    demo.enter(K=650.0)
    demo.press("r", "ArrowRight", times=10)
    assert demo.value("r") == pytest.approx(0.41)
    assert demo.number("K") == 650
    assert_by_hand(demo)
    demo.drag((0.3, 0.5), (0.5, 0.5))
    by_mouse = demo.value("t0")
    assert 7 < by_mouse < 10
    assert_by_hand(demo)
    demo.swipe((0.5, 0.5), (0.65, 0.5))
    assert demo.value("t0") > by_mouse
    assert_by_hand(demo)
    demo.press("until", "ArrowLeft", times=8)
    demo.enter(shift=-5.0)
    assert (demo.value("until"), demo.value("shift")) == (10, -5)
    assert_by_hand(demo)
    assert page.wrong == []


def test_the_best_curve_stays_the_best_when_the_data_change(mount, page):
    demo = mount("growth")
    demo.click("Least squares")
    assert (demo.number("K"), demo.number("misfit")) == (663, 3.2)
    assert (demo.number("low"), demo.number("high")) == (659, 667)
    for until in (6.0, 7.0, 11.0):
        demo.enter(until=until)
        assert_best(demo)
    demo.enter(shift=2.0)
    assert_best(demo)
    assert demo.number("unmoved") == 657
    demo.enter(point=15.0)
    assert_best(demo)
    assert "The moved one is unused" in demo.root.locator(".demo-readout").inner_text()
    demo.press("K", "ArrowRight")
    demo.enter(until=12.0)
    assert demo.number("K") == 658  # laid by hand, so it stays
    assert_by_hand(demo)
    assert page.wrong == []


def test_a_best_curve_between_the_sliders_steps_is_the_best_one(mount):
    demo = mount("growth", K=663.02, r=0.54699, t0=7.8077)
    assert_best(demo)


def test_a_capacity_that_runs_away_is_said_and_the_curve_stops_at_the_sliders_end(mount):
    demo = mount("growth", until=5)
    demo.click("Least squares")
    assert demo.text("K") == "K runs away"
    assert demo.value("K") == 1500
    readout = demo.root.locator(".demo-readout")
    expect(readout).to_contain_text("past 1500")
    expect(readout).to_contain_text("these data do not bound K")
    assert demo.number("low") == 298
    demo.enter(shift=1.0)
    expect(readout).to_contain_text("The moved one is unused")
    demo.enter(point=3.0)
    expect(readout).to_contain_text("Unmoved, too.")


def test_belgium_by_one_percent(mount, page):
    demo = mount("growth")
    demo.enter(series="belgium")
    assert [demo.value(n) for n in ("K", "r", "t0")] == [10, 0.02, 1830]
    assert_by_hand(demo)
    for shift, said in [(0.0, "6.58"), (1.0, "5.76"), (-1.0, "9.67"), (-2.0, "K runs away")]:
        demo.enter(shift=shift)
        if shift == 0:
            demo.click("Least squares")
        demo.settle()
        assert demo.text("K") == said
        assert shift == 0 or demo.text("unmoved") == "6.58"
    demo.enter(until=1967.0, shift=0.0)
    assert_best(demo)
    assert page.wrong == []


def test_dots_are_hollow_from_the_chosen_year_on(mount):
    demo = mount("growth", series="united_states")
    dots = demo.root.locator("svg circle[r='4']")
    assert dots.count() == 24
    hollow = demo.root.locator("svg circle[r='4'][fill='var(--paper)']")
    assert hollow.count() == 11
    demo.enter(until=2020.0)
    demo.settle()
    assert hollow.count() == 0


def test_another_series_brings_its_ranges_starts_and_units(mount):
    demo = mount("growth")
    demo.click("Least squares")
    demo.enter(series="united_states", until=1890.0)
    assert [demo.value(n) for n in ("K", "r", "t0")] == [150, 0.025, 1900]
    expect(demo.root.get_by_label("rate r (per year)", exact=True)).to_be_visible()
    expect(demo.root).to_contain_text("capacity K (million persons)")
    demo.click("Reset")
    assert demo.value("series") == "yeast" and demo.value("K") == 500
    expect(demo.root.get_by_label("rate r (per hour)", exact=True)).to_be_visible()
    expect(demo.root).not_to_contain_text("persons")


def test_out_of_range_is_clamped_and_said_and_a_link_carries_the_state(mount, page):
    demo = mount("growth")
    demo.enter(until=1.0)
    assert demo.value("until") == 4
    expect(demo.root.locator("[aria-live]")).to_contain_text(
        "data up to must be between 4 and 18; it is now 4"
    )
    demo.click("Least squares")
    demo.enter(until=9.0, shift=0.5)
    demo.click("Copy link")
    page.wait_for_function("location.hash.length > 1")
    said = demo.root.locator(".demo-readout").inner_text()
    again = mount("growth", hash=page.evaluate("location.hash"))
    assert again.root.locator(".demo-readout").inner_text() == said
    assert_best(again)
    odd = mount("growth", hash="#demo-growth?series=rabbits&K=1e9&until=NaN&shift=-7&point=&r=")
    assert [odd.value(n) for n in ("series", "K", "until", "shift")] == ["yeast", 1500, 18, -5]
    assert_by_hand(odd)
    assert page.wrong == []


def test_no_state_changes_the_height_on_a_phone(mount):
    demo = mount("growth")
    height = demo.root.bounding_box()["height"]
    longest = [
        {"series": "yeast", "K": 1500.0, "r": 1.2, "t0": 2.0},
        {"series": "united_states", "K": 1000.0, "r": 0.06, "t0": 1800.0, "until": 2020.0},
        {"series": "united_states", "until": 1820.0, "shift": -1.5},
        {"series": "united_states", "until": 1850.0, "shift": -1.5, "point": 1820.0},
        {"series": "belgium", "shift": -1.6},
        {"series": "belgium", "until": 1967.0, "shift": -1.5},
    ]
    for state in longest:
        for fitted in (False, True):
            demo.enter(**state)
            if fitted:
                demo.click("Least squares")
            demo.settle()
            assert demo.root.bounding_box()["height"] == height, (state, fitted)
