"""The boundary demo: its fit against mpmath, its lines against SciPy, and what a reader sees."""

import json

import mpmath
import numpy as np
import pytest
import traitlets
from playwright.sync_api import expect
from scipy.optimize import linprog

from sigmoids.demos import BoundaryDemo
from sigmoids.functions import log_logistic, logistic
from sigmoids.models.boundary import PRESETS, fit
from sigmoids.models.plane import chord


def test_cost_agrees_with_python(javascript):
    margins = [*np.linspace(-40, 40, 161), -800.0, 800.0]
    costs = javascript("boundary", f"{json.dumps(list(margins))}.map(m.cost)")
    np.testing.assert_allclose(costs, -log_logistic(margins), rtol=1e-12)


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("ridge", [1e-4, 1e-2, 10])
def test_fit_is_where_the_exact_gradient_vanishes(javascript, name, ridge):
    points = PRESETS[name]

    def gradient(w1, w2, b):
        total = [len(points) * ridge * w1, len(points) * ridge * w2, mpmath.mpf(0)]
        for x1, x2, y in points:
            rest = 1 / (1 + mpmath.exp(-(w1 * x1 + w2 * x2 + b))) - y
            total = [t + rest * x for t, x in zip(total, (x1, x2, 1), strict=True)]
        return total

    found = javascript("boundary", f"m.fit({json.dumps(points)}, {ridge})")
    with mpmath.workdps(30):
        root = mpmath.findroot(gradient, found, tol=1e-40)
    exact = [float(v) for v in root]
    # A curvature of ridge = 1e-4 turns rounding of 1e-16 into 1e-12 of the weights.
    np.testing.assert_allclose(found, exact, rtol=1e-10, atol=1e-12)
    np.testing.assert_allclose(fit(points, ridge), exact, rtol=1e-10, atol=1e-12)


def separation(points):
    """By linear programming: 2 with a margin, 1 with points on the line, 0 not at all."""
    table = np.array(points, dtype=float)
    rows = (2 * table[:, 2:] - 1) * np.c_[table[:, :2], np.ones(len(table))]
    box = [(-1, 1)] * 3
    room = linprog(
        [0, 0, 0, -1], np.c_[-rows, np.ones(len(rows))], 0 * rows[:, 0], bounds=[*box, (0, 1)]
    )
    some = linprog(-rows.sum(0), -rows, 0 * rows[:, 0], bounds=box)
    return 2 if -room.fun > 1e-7 else int(-some.fun > 1e-7)


def test_whether_a_line_separates_agrees_with_linear_programming(javascript):
    random = np.random.default_rng(7)
    cases = [
        [[0, 0, 0], [1, 0, 1]],
        [[1, 1, 0], [1, 1, 1]],  # one place, both classes
        [[0, 0, 0], [1, 0.5, 1], [2, 1, 0]],  # collinear, mixed
        [[0, 0, 0], [1, 0.5, 0], [1, 0.5, 1], [2, 1, 1]],  # collinear, touching
        *PRESETS.values(),
    ]
    for size in random.integers(3, 9, 60):  # a coarse grid, so that points touch lines often
        rows = np.c_[random.integers(-2, 3, size) * 0.15, random.integers(-2, 3, size) * 0.35]
        cases.append([[*row, i % 2] for i, row in enumerate(rows.tolist())])
    expected = [separation(points) for points in cases]
    assert set(expected) == {0, 1, 2} and min(map(expected.count, (0, 1, 2))) > 5
    assert javascript("boundary", f"{json.dumps(cases)}.map(m.parted)") == expected


def test_ends_of_a_line_lie_on_it_and_on_the_rim_in_both_languages(javascript):
    lines = np.random.default_rng(3).normal(size=(60, 3)) * [1, 1, 3]
    lines = [*lines.tolist(), [0, 2, 1], [3, 0, 1], [0, 2, 9], [0, 0, 1], [0, 0, 0]]
    found = javascript("plane", f"{json.dumps(lines)}.map((w) => m.chord(w, [-4, 4], [-3, 3]))")
    assert found[-3:] == [[], [], []] and sum(map(bool, found)) > 30
    for (w1, w2, b), ends in zip(lines, found, strict=True):
        reference = chord(w1, w2, b, across=(-4, 4), up=(-3, 3))
        np.testing.assert_allclose(ends, reference, rtol=1e-9, atol=1e-12)
        for x1, x2 in ends:
            assert abs(w1 * x1 + w2 * x2 + b) < 1e-9
            assert min(abs(abs(x1) - 4), abs(abs(x2) - 3)) < 1e-9


def test_data_and_coordinates_are_views_of_the_points():
    demo = BoundaryDemo(data="apart", point=3)
    assert repr(demo) == "BoundaryDemo(data='apart', point=3, log_ridge=-3)"
    demo.x1 = 0.512
    assert (demo.x1, demo.points[2], demo.data) == (0.5, [0.5, -2.1, 0], "own")
    demo.data = "stray"
    assert demo.points == PRESETS["stray"] and BoundaryDemo(**demo.parameters()).data == "stray"
    demo.point = 12
    demo.points = [[0, 0, 0], [1, 1, 1]]
    assert demo.point == 2


@pytest.mark.parametrize(
    "points, message",
    [
        ([[0, 0, 0]], "2 to 24 rows"),
        ("none", "2 to 24 rows"),
        ([[0, 0, 0], [float("nan"), 0, 1]], "point 2 must be"),
        ([[0, 0, 0], [4.5, 0, 1]], "x1 from −4 to 4"),
        ([[0, 0, 0], [1, 1, 2]], "class 0 or 1"),
        ([[0, 0, 0], [1, 1]], "point 2 must be"),
        ([[0, 0, 1], [1, 1, 1]], "both classes"),
    ],
)
def test_points_that_make_no_sense_are_refused(points, message):
    with pytest.raises(traitlets.TraitError, match=message):
        BoundaryDemo(points=points)


def test_other_parameters_that_make_no_sense_are_refused():
    demo = BoundaryDemo()
    with pytest.raises(traitlets.TraitError, match="must be one of overlap, apart"):
        BoundaryDemo(data="moons")
    with pytest.raises(traitlets.TraitError, match="between 1 and 12"):
        demo.point = 13
    with pytest.raises(traitlets.TraitError, match="x2 from −3 to 3"):
        demo.x2 = 3.5
    assert demo.parameters() == BoundaryDemo().parameters()


def assert_shows(demo, twin):
    """The page's controls and read-out are those of the Python demo `twin`."""
    assert [demo.value(n) for n in ("data", "point", "x1", "x2", "log_ridge")] == [
        *(twin.data, twin.point, twin.x1, twin.x2, twin.log_ridge)
    ]
    w1, w2, b = fit(twin.points, 10**twin.log_ridge)
    x, y = np.array(twin.points)[:, :2], np.array(twin.points)[:, 2]
    z, i = x @ [w1, w2] + b, int(twin.point) - 1
    costs = -log_logistic((2 * y - 1) * z)
    shown = {"p": logistic(z[i]), "cost": costs[i], "loss": costs.mean()}
    for name, value in shown.items():
        assert abs(float(demo.text(name).strip("<>")) - value) <= 1.01e-3, name
    assert abs(demo.number("w") - np.hypot(w1, w2)) <= 0.0051
    assert demo.text("parted") == ("A line" if separation(twin.points) else "No line")


def test_numbers_follow_choice_fields_keys_and_button(mount, page):
    demo, twin = mount("boundary"), BoundaryDemo()
    assert_shows(demo, twin)
    demo.enter(data="apart", point=7.0)
    twin.data, twin.point = "apart", 7
    assert_shows(demo, twin)
    assert demo.text("ridge") == "0.001"
    demo.enter(x1=-1.5, log_ridge=-2.5)
    demo.press("x2", "ArrowLeft", times=3)
    twin.x1, twin.x2, twin.log_ridge = -1.5, 1.15, -2.5
    assert_shows(demo, twin)
    demo.click("Switch its class")
    twin.points = [*twin.points[:6], [-1.5, 1.15, 0], *twin.points[7:]]
    assert_shows(demo, twin)
    demo.enter(x1=9.0)
    assert demo.value("x1") == 4
    expect(demo.root.locator("[aria-live]")).to_contain_text("must be between -4 and 4")
    demo.click("Reset")
    assert_shows(demo, BoundaryDemo())
    assert page.wrong == []


def test_points_follow_mouse_and_finger_and_the_page_stays(mount, page):
    demo, twin = mount("boundary"), BoundaryDemo()
    x, y = demo.place("circle.grab", 5)
    demo.drag((x + 0.02, y), (x + 0.27, y - 0.1))
    twin.point, twin.x1, twin.x2 = 3, demo.value("x1"), demo.value("x2")
    assert twin.x1 == pytest.approx(0.8, abs=0.1) and twin.x2 == pytest.approx(-0.95, abs=0.1)
    assert_shows(demo, twin)
    x, y = demo.place("circle.grab", 17)
    before = page.evaluate("scrollY")
    demo.swipe((x, y + 0.02), (x, y + 0.3))  # downwards, where a page would scroll
    twin.point, twin.x2 = 9, demo.value("x2")
    assert twin.x2 < -1 and page.evaluate("scrollY") == before
    assert_shows(demo, twin)
    demo.swipe((0.4, 0.95), (0.6, 0.95))  # no point here
    assert_shows(demo, twin)
    demo.drag(demo.place("circle.grab", 17), (0, 0.9))  # outside the plane
    twin.x1, twin.x2 = -4, -3
    assert_shows(demo, twin)
    assert page.wrong == []


def test_the_last_point_of_a_class_keeps_it(mount):
    demo = mount("boundary", points=[[0, 0, 0], [1, 1, 1], [2, 1, 1]], point=1)
    flip = demo.root.get_by_role("button", name="Switch its class")
    expect(flip).to_be_disabled()
    demo.enter(point=2.0)
    demo.settle()
    expect(flip).to_be_enabled()
    assert demo.value("data") == "own"
    demo.click("Reset")
    expect(flip).to_be_disabled()
