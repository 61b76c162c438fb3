"""The demos' mathematics under Node against Python; their parameters, still pictures, modules."""

import json
import re
import subprocess

import numpy as np
import pytest
import traitlets
from scipy.optimize import curve_fit

from sigmoids import datasets
from sigmoids.demos import DEMOS, GrowthDemo, SlopeDemo, kit
from sigmoids.functions import logistic_curve, logistic_curve_slope


def node(stem, expression):
    """The value of a JavaScript expression in which `m` is the demo's module."""
    address = (kit.FOLDER / f"{stem}.js").as_uri()
    program = (
        f"import * as m from {json.dumps(address)}; console.log(JSON.stringify({expression}));"
    )
    command = ["node", "--no-warnings", "--input-type=module", "--eval", program]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("k", [0.2, 1.0, 4.0])
@pytest.mark.parametrize("x0", [-4.0, 0.0, 2.5])
def test_slope_agrees_with_python(k, x0):
    x = np.linspace(-8, 8, 161)
    grid = json.dumps(x.tolist())
    p = json.dumps({"k": k, "x0": x0, "L": 1.7})
    pairs = node("slope", f"{grid}.map((x) => [m.curve(x, {p}), m.slope(x, {p})])")
    f, slope = np.transpose(pairs)
    curve = {"ceiling": 1.7, "steepness": k, "midpoint": x0}
    np.testing.assert_allclose(f, logistic_curve(x, **curve), rtol=1e-12)
    np.testing.assert_allclose(slope, logistic_curve_slope(x, **curve), rtol=1e-12)


@pytest.mark.parametrize("start", [{"K": 500, "r": 0.4, "t0": 6}, {"K": 900, "r": 0.2, "t0": 11}])
def test_growth_fit_agrees_with_scipy(start):
    t, p = datasets.load_carlson()
    table = json.dumps([t.tolist(), p.tolist()])
    found = node("growth", f"m.fit(...{table}, {json.dumps(start)})")

    def curve(t, K, r, t0):
        return logistic_curve(t, ceiling=K, steepness=r, midpoint=t0)

    best, _ = curve_fit(curve, t, p, p0=(650, 0.5, 8), xtol=1e-14, ftol=1e-14)
    np.testing.assert_allclose([found["K"], found["r"], found["t0"]], best, rtol=1e-6)
    misfit = node("growth", f"m.misfit(...{table}, {json.dumps(found)})")
    assert misfit == pytest.approx(np.sqrt(np.mean((p - curve(t, *best)) ** 2)), rel=1e-9)


def test_parameters_are_read_set_and_shown():
    demo = SlopeDemo(k=2)
    demo.x0 = -1.5
    assert repr(demo) == "SlopeDemo(x=1, k=2, x0=-1.5, L=1)"
    assert demo.state()["parameters"] == {"x": 1.0, "k": 2.0, "x0": -1.5, "L": 1.0}


@pytest.mark.parametrize("value", [99, float("nan"), -1])
def test_a_parameter_out_of_range_is_refused_and_nothing_changes(value):
    demo = SlopeDemo()
    with pytest.raises(traitlets.TraitError, match=r"k \(steepness\) must be between 0.2 and 4"):
        demo.k = value
    assert demo.k == 1.0


def test_an_unknown_parameter_is_named():
    with pytest.raises(TypeError, match="SlopeDemo has no parameter q; it has x, k, x0, L"):
        SlopeDemo(q=1)
    with pytest.raises(ValueError, match="series must be one of yeast, belgium"):
        GrowthDemo("rabbits")


def test_another_series_starts_with_its_own_curve():
    demo = GrowthDemo("yeast", K=700)
    demo.series = "belgium"
    assert demo.parameters() == {"series": "belgium", "K": 10.0, "r": 0.02, "t0": 1830.0}


@pytest.mark.parametrize("stem", DEMOS)
def test_still_picture_is_the_same_on_every_run_and_follows_the_parameters(stem):
    demo = DEMOS[stem]()
    first = demo.still()
    assert first.startswith("<?xml") and first == DEMOS[stem]().still()
    name = next(iter(demo.controls()))
    setattr(demo, name, demo.control(name)["high"])
    assert demo.still() != first


@pytest.mark.parametrize("stem", DEMOS)
def test_module_and_script_stand_alone(stem):
    for text in (kit.module(stem), kit.script(stem)):
        assert not re.search(r"^import ", text, flags=re.MULTILINE)
    assert kit.module(stem).count("export") == 1
    assert not re.search(r"^export ", kit.script(stem), flags=re.MULTILINE)
