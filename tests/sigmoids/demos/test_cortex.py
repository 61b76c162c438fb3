"""The cortex demo: its equations, fixed points and fates against SciPy, and what a reader sees."""

import json

import numpy as np
import pytest
import traitlets
from playwright.sync_api import expect
from scipy.integrate import solve_ivp
from scipy.optimize import fsolve
from scipy.special import expit

from sigmoids.demos import CortexDemo
from sigmoids.models.cortex import SETS, Pair

CASES = [  # coupling, P, Q, and what their fixed points are
    ("rhythm", 1.25, 0.0, ["unstable"]),
    ("rhythm", 0.5, 0.0, ["stable"]),
    ("rhythm", 1.0, 0.0, ["stable", "saddle", "unstable"]),
    ("rhythm", 0.95, -0.9, ["stable", "saddle", "unstable"]),
    ("rhythm", 3.0, 1.0, ["stable"]),
    ("memory", 0.0, 0.0, ["stable", "saddle", "stable"]),
    ("memory", 0.5, 0.0, ["stable"]),
    ("memory", -1.0, 3.0, ["stable"]),
    ("weak", 1.25, -2.0, ["stable"]),
]


def flow(t, state, coupling, P, Q):
    """The equations as printed, apart from the demo's own code."""
    (c1, c2, c3, c4), a, theta = (SETS[coupling][name] for name in ("c", "a", "theta"))

    def S(x, j):
        return expit(a[j] * (x - theta[j])) - 1 / (1 + np.exp(a[j] * theta[j]))

    k = [1 - 1 / (1 + np.exp(a[j] * theta[j])) for j in (0, 1)]
    e, i = state
    return [
        -e + (k[0] - e) * S(c1 * e - c2 * i + P, 0),
        -i + (k[1] - i) * S(c3 * e - c4 * i + Q, 1),
    ]


def for_each(cases, value):
    """JavaScript that evaluates `value`, with p the pair of populations, for each case."""
    pairs = [f"m.pair({json.dumps(SETS[coupling])}, {P}, {Q})" for coupling, P, Q, *_ in cases]
    return f"[{','.join(pairs)}].map((p) => {value})"


def test_response_and_flow_agree_with_the_equations(javascript):
    x = np.linspace(-30, 30, 241)
    both = "[m.response(x, 1.3, 4), m.gain(x, 1.3, 4)]"
    response, gain = np.transpose(javascript("cortex", f"{x.tolist()}.map((x) => {both})"))
    z = 1.3 * (x - 4)
    np.testing.assert_allclose(response, expit(z) - expit(-5.2), rtol=1e-12, atol=2e-16)
    np.testing.assert_allclose(gain, 1.3 * expit(z) * expit(-z), rtol=1e-12)
    states = np.stack(np.meshgrid(*[np.linspace(-0.05, 0.5, 8)] * 2), axis=-1).reshape(-1, 2)
    change = f"{states.tolist()}.map(([e, i]) => [m.dE(e, i, p), m.dI(e, i, p)])"
    for case, found in zip(CASES, javascript("cortex", for_each(CASES, change)), strict=True):
        expected = [flow(0, state, *case[:3]) for state in states]
        twin = [Pair(*case[:3]).flow(0, state) for state in states]
        np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(twin, expected, rtol=1e-12, atol=1e-15)


def roots(where):
    """Fixed points by SciPy, looked for from a grid of starts."""
    found = []
    for start in [(e, i) for e in np.linspace(-0.05, 0.5, 12) for i in np.linspace(-0.05, 0.5, 5)]:
        root, _, ended, _ = fsolve(flow_at, start, args=where, xtol=1e-13, full_output=True)
        if ended == 1 and not any(np.hypot(*(root - r)) < 1e-6 for r in found):
            found.append(root)
    return sorted(map(tuple, found))


def flow_at(state, *where):
    return flow(0, state, *where)


def kind_at(state, where):
    """By the eigenvalues of the Jacobian, taken from differences."""
    h = 1e-6 * np.eye(2)
    sides = [np.subtract(flow_at(state + d, *where), flow_at(state - d, *where)) for d in h]
    rates = np.linalg.eigvals(np.transpose(sides) / 2e-6).real
    return "stable" if max(rates) < 0 else "saddle" if min(rates) < 0 else "unstable"


def test_all_fixed_points_and_their_stability(javascript):
    every = javascript("cortex", for_each(CASES, "m.fixedPoints(p)"))
    for (*where, kinds), found in zip(CASES, every, strict=True):
        assert [kind for *_, kind in found] == kinds, where
        points = [state for *state, _ in found]
        np.testing.assert_allclose(points, roots(tuple(where)), atol=1e-10)
        assert [kind_at(np.array(state), where) for state in points] == kinds
        twin = Pair(*where).fixed_points()
        assert [kind for *_, kind in twin] == kinds
        np.testing.assert_allclose([state for *state, _ in twin], points, atol=1e-10)


@pytest.mark.parametrize(
    ("coupling", "Q", "guess", "meet", "inside"),
    [
        ("rhythm", 0, (0.05, 0, 1.08), 1.08733, -1),
        ("memory", 0, (0.09, 0.03, 0.3), 0.30475, -1),
        ("memory", -0.3, (0.35, 0.2, -0.45), -0.46083, 1),
    ],
)
def test_fixed_points_about_to_meet_are_found(javascript, coupling, Q, guess, meet, inside):
    """Two meet at a P where the Jacobian is singular: three points on one side of it, then one."""

    def meeting(unknown):
        e, i, P = unknown
        return [
            *flow(0, (e, i), coupling, P, Q),
            np.linalg.det(Pair(coupling, P, Q).jacobian(e, i)),
        ]

    P = fsolve(meeting, guess)[2]
    assert P == pytest.approx(meet, abs=1e-5)
    cases = [(coupling, P + inside * d, Q) for d in (1e-2, 1e-4, 1e-6, -1e-6, -1e-4)]
    assert javascript("cortex", for_each(cases, "m.fixedPoints(p).length")) == [3, 3, 3, 1, 1]


def test_path_agrees_with_scipy(javascript):
    cases = [*CASES[:3], CASES[5]]
    every = javascript("cortex", for_each(cases, "m.path(0.3, 0.3, 0.05, 400, p)"))
    exact = {"t_eval": np.linspace(0, 20, 401), "rtol": 1e-10, "atol": 1e-12}
    for case, found in zip(cases, every, strict=True):
        expected = solve_ivp(flow, (0, 20), (0.3, 0.3), args=case[:3], **exact).y
        # Steps of fourth order: (0.05)⁴ times derivatives that grow along the way.
        np.testing.assert_allclose(np.transpose(found), expected, atol=1e-4)


def fate(coupling, P, Q, E0, I0):
    """By SciPy, after 250 τ: the rest reached, or lowest E, highest E and period of a cycle."""
    exact = {"t_eval": np.linspace(200, 250, 50001), "rtol": 1e-8, "atol": 1e-10}
    run = solve_ivp(flow, (0, 250), (E0, I0), args=(coupling, P, Q), **exact)
    t, (e, i) = run.t, run.y
    if np.ptp(e) < 1e-3:
        return {"E": e[-1], "I": i[-1]}
    tops = t[1:-1][(e[1:-1] > e[:-2]) & (e[1:-1] > e[2:])]
    return {"low": e.min(), "high": e.max(), "period": np.diff(tops).mean()}


def test_starts_lead_where_scipy_says(javascript):
    cases = [
        ("rhythm", 1.25, 0.0, 0.1, 0.3),
        ("rhythm", 1.1, 0.0, 0.0, 0.0),
        ("rhythm", 0.95, -0.9, 0.3, 0.2),
        ("rhythm", 0.95, -0.9, 0.1, 0.3),
        ("memory", 0.0, 0.0, 0.1, 0.3),
        ("memory", 0.0, 0.0, 0.3, 0.3),
    ]
    starts = json.dumps([case[3:] for case in cases])
    leads = f"m.fate(...{starts}[i], p, m.fixedPoints(p))"
    pairs = for_each(cases, f"[m.fixedPoints(p), {leads}]").replace("map((p)", "map((p, i)")
    for case, (points, found) in zip(cases, javascript("cortex", pairs), strict=True):
        expected = fate(*case)
        if "point" in found:
            found = dict(zip("EI", points[found["point"]], strict=False))
        assert found.keys() == expected.keys()
        for name, value in expected.items():
            assert found[name] == pytest.approx(value, abs=1e-3, rel=2e-3), (case, name)


def test_a_cycle_is_found_wherever_there_is_one(javascript):
    """Over the whole range of both inputs, against a list by brute force from 50 starts each."""
    cases = [("rhythm", P / 20, 0.0) for P in range(0, 60)]
    found = javascript("cortex", for_each(cases, "Boolean(m.regime(p).cycle)"))
    assert [P for (_, P, _), cycle in zip(cases, found, strict=True) if cycle] == [
        P / 20 for P in range(22, 38)
    ]
    beside_rest = [("rhythm", P, Q) for P, Q in ((0.85, -1.1), (1.05, -0.4), (0.75, -1.3))]
    names = javascript(
        "cortex",
        for_each(beside_rest, "((r) => m.regimeName(r.stable, r.cycle))(m.regime(p))"),
    )
    assert names == ["Rest or oscillation"] * 3


def assert_shows_reference(demo):
    where = [demo.value(name) for name in ("coupling", "P", "Q", "E0", "I0")]
    for name, value in fate(*where).items():
        margin = 0.06 if name == "period" else 0.0061
        assert abs(demo.number(name) - value) <= margin, name


def test_input_turns_rest_into_oscillation_and_oscillation_into_rest(mount, page):
    demo = mount("cortex")
    assert demo.text("regime") == "Oscillation"
    assert_shows_reference(demo)
    for P, regime in ((0.9, "One resting state"), (1.2, "Oscillation"), (2.2, "One resting state")):
        demo.enter(P=P)
        assert demo.text("regime") == regime
        assert_shows_reference(demo)
    demo.enter(P=0.95, Q=-0.9, I0=0.2)
    assert demo.text("regime") == "Rest or oscillation"
    assert_shows_reference(demo)
    demo.press("E0", "ArrowRight", times=40)
    assert demo.value("E0") == 0.3 and demo.number("high") > 0.3
    assert_shows_reference(demo)
    assert page.wrong == []


def test_the_start_is_dragged_by_mouse_and_finger_and_decides(mount, page):
    demo = mount("cortex", coupling="memory")
    assert demo.text("regime") == "Two stable states" and demo.number("E") == 0
    x, y = demo.place("circle.grab")
    demo.drag((x, y), (x + 0.4, y))
    assert demo.value("E0") > 0.3 and demo.value("I0") == 0.3
    assert demo.number("E") == pytest.approx(0.44)
    assert_shows_reference(demo)
    x, y = demo.place("circle.grab")
    demo.swipe((x, y + 0.02), (0.05, y + 0.1))  # beside the dot, still near enough
    demo.settle()
    assert demo.value("E0") < 0 and demo.value("I0") < 0.25 and demo.number("E") == 0
    assert_shows_reference(demo)
    demo.drag((0.6, 0.1), (0.7, 0.2))  # far from the start: nothing is held
    assert demo.value("E0") < 0
    assert page.wrong == []


def test_memory_stays_up_after_the_input_that_raised_it(mount):
    """Hysteresis, by going on from the end: P = 0 again, and another rest than before."""
    demo = mount("cortex", coupling="memory")
    assert demo.number("E") == 0
    demo.enter(P=0.5)
    assert demo.text("regime") == "One resting state"
    demo.click("Go on from the end")
    demo.enter(P=0.0)
    assert demo.value("E0") == 0.46
    assert demo.number("E") == 0.44
    assert_shows_reference(demo)


def test_another_coupling_brings_its_input_and_reset_takes_all_back(mount, page):
    demo = mount("cortex", P=1.5, I0=0.2)
    demo.enter(coupling="memory")
    assert (demo.value("P"), demo.value("Q"), demo.text("regime")) == (0, 0, "Two stable states")
    demo.enter(coupling="weak", Q=1.0)
    assert (demo.value("P"), demo.text("regime")) == (1.25, "One resting state")
    demo.enter(P=77.0)
    said = "input to excitatory cells must be between -1 and 3; it is now 3"
    expect(demo.root.locator("[aria-live]")).to_contain_text(said)
    demo.click("Reset")
    assert [demo.value(n) for n in ("coupling", "P", "Q", "I0")] == ["rhythm", 1.5, 0, 0.2]
    assert_shows_reference(demo)
    assert page.wrong == []


def test_a_link_carries_the_state(mount, page):
    demo = mount("cortex", hash="#demo-cortex?coupling=memory&P=0.1&Q=NaN&E0=1e9&I0=&x=<b>")
    names = ("coupling", "P", "Q", "E0", "I0")
    assert [demo.value(n) for n in names] == ["memory", 0.1, 0, 0.5, 0.3]
    assert page.wrong == []


def test_python_starts_as_the_page_does_and_refuses_what_it_cannot_reach():
    assert CortexDemo("memory").P == 0 and CortexDemo("memory", P=0.2).P == 0.2
    demo = CortexDemo()
    for bad in (3.1, float("nan")):
        with pytest.raises(traitlets.TraitError, match="must be between -1 and 3"):
            demo.P = bad
    with pytest.raises(traitlets.TraitError, match="must be one of rhythm, memory, weak"):
        CortexDemo("strong")
    assert demo.P == 1.25
