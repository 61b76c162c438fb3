"""The sheet: each formula, number and line of code on it is computed here, and it prints on A4."""

import re

import mpmath as mp
import numpy as np
import pytest
import scipy.special
import torch
from mpmath import exp, log, mpf

from tests.support import ROOT

SHEET = (ROOT / "reference/cheat-sheet.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```", SHEET, flags=re.MULTILINE | re.DOTALL)
TEXT = re.sub(r"^```.*?^```", "", SHEET, flags=re.MULTILINE | re.DOTALL)
PROSE = re.sub(r"\$[^$]+\$|`[^`]+`|\]\([^)]*\)", " ", TEXT)
TABLE = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in SHEET.splitlines()
    if line.startswith("|") and "---" not in line
]


@pytest.fixture(autouse=True)
def thirty_digits():
    with mp.workdps(30):
        yield


def sigma(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    return mp.log1p(exp(x))


def logit(p):
    return log(p / (1 - p))


def slope(f, x):
    return mp.diff(f, x)


# Each formula as it stands on the sheet, and the terms that it says are equal, at any x.
EQUATIONS = {
    r"\sigma(x)=\frac{1}{1+e^{-x}}=\frac{e^x}{1+e^x}=\tfrac12\bigl(1+\tanh\tfrac x2\bigr)": (
        lambda x: [sigma(x), exp(x) / (1 + exp(x)), (1 + mp.tanh(x / 2)) / 2]
    ),
    r"1-\sigma(x)=\sigma(-x)": lambda x: [1 - sigma(x), sigma(-x)],
    r"\tanh x=2\,\sigma(2x)-1": lambda x: [mp.tanh(x), 2 * sigma(2 * x) - 1],
    r"p=\sigma(x)\iff x=\operatorname{logit}(p)=\ln\frac{p}{1-p}": (lambda x: [x, logit(sigma(x))]),
    r"e^x": lambda x: [exp(x), sigma(x) / (1 - sigma(x))],  # the odds
    r"\operatorname{softplus}(x)=\ln(1+e^x)=\int_{-\infty}^x\sigma": (
        lambda x: [softplus(x), mp.quad(sigma, [-mp.inf, x - 20, x])]
    ),
    r"\ln\sigma(x)=-\operatorname{softplus}(-x)": lambda x: [log(sigma(x)), -softplus(-x)],
    r"\operatorname{softmax}(a,b)_1=\sigma(a-b)": (
        lambda x: [exp(x) / (exp(x) + exp(2)), sigma(x - 2)]
    ),
    r"\sigma(0)=\tfrac12": lambda x: [sigma(0), mpf(1) / 2],
    r"\sigma(\ln9)=0.9": lambda x: [sigma(log(9)), mpf("0.9")],
    r"\sigma(\ln99)=0.99": lambda x: [sigma(log(99)), mpf("0.99")],
    r"2\ln9": lambda x: [2 * log(9), logit(mpf("0.9")) - logit(mpf("0.1"))],
    r"\sigma'=\sigma(1-\sigma)\le\tfrac14": lambda x: [slope(sigma, x), sigma(x) * sigma(-x)],
    r"\sigma''=\sigma(1-\sigma)(1-2\sigma)": (
        lambda x: [mp.diff(sigma, x, 2), sigma(x) * sigma(-x) * (1 - 2 * sigma(x))]
    ),
    r"\operatorname{softplus}'=\sigma": lambda x: [slope(softplus, x), sigma(x)],
    r"(\ln\sigma)'=1-\sigma": lambda x: [slope(lambda t: log(sigma(t)), x), 1 - sigma(x)],
    r"\operatorname{logit}'(p)=\frac{1}{p(1-p)}": (
        lambda x: [slope(logit, sigma(x)), 1 / (sigma(x) * sigma(-x))]
    ),
    r"\ell=\operatorname{softplus}(z)-yz": (  # for y = 1 and y = 0
        lambda x: [softplus(x) - x + softplus(x), -log(sigma(x)) - log(1 - sigma(x))]
    ),
    r"\frac{\partial\ell}{\partial z}=\sigma(z)-y": (
        lambda x: [slope(lambda z: softplus(z) - z, x), sigma(x) - 1]
    ),
}


def steepest(k, L, x0):
    return slope(lambda x: L * sigma(k * (x - x0)), x0)


def cost(p, positive, *, a=2, m=5):
    return a * (1 - p) if positive else m * p


# What is no equation.
STATEMENTS = {
    r"kL/4": lambda: mp.almosteq(steepest(3, 5, 2), mpf(15) / 4, 1e-12),
    r"\sigma(x)\approx e^x": lambda: abs(sigma(-20) / exp(-20) - 1) < 1e-8,
    r"1-\sigma(x)\approx e^{-x}": lambda: abs(sigma(-20) / exp(-20) - 1) < 1e-8,
    r"\sigma(-10)=4.54\cdot10^{-5}": lambda: mp.nstr(sigma(-10), 3) == "4.54e-5",
    r"x=\pm1.763": lambda: abs(sigma(mpf("1.763")) * sigma(-mpf("1.763")) - mpf(1) / 8) < 1e-4,
    r"p>\frac{a}{a+m}": lambda: (
        cost(0.28, True) > cost(0.28, False) and cost(0.29, True) < cost(0.29, False)
    ),
}

# What is only named; the inputs are those of what is lost, below.
NAMES = {"a", "m", "p", "y", "z", r"z\,\sigma(z)", r"L\,\sigma(k(x-x_0))", "z=40", "z=800", "z=-40"}
NAMES |= {"y=0", r"z\ll0"}


def test_each_formula_on_the_sheet_is_among_those_checked_here():
    assert set(re.findall(r"\$([^$]+)\$", TEXT)) == {*EQUATIONS, *STATEMENTS, *NAMES}


@pytest.mark.parametrize("formula", EQUATIONS)
@pytest.mark.parametrize("x", ["-7.5", "-0.3", "1.25", "6"])
def test_equation_holds(formula, x):
    first, *others = EQUATIONS[formula](mpf(x))
    assert others and all(abs(other / first - 1) < 1e-12 for other in others)


@pytest.mark.parametrize("formula", STATEMENTS)
def test_statement_holds(formula):
    assert STATEMENTS[formula]()


def factor_of_a_wide_layer():
    """By which a layer of σ with weights of variance 1/n multiplies the gradient."""
    x = np.linspace(-10, 10, 4001)
    share = np.exp(-(x**2) / 2) / np.exp(-(x**2) / 2).sum()
    spread = 0.5
    for _ in range(100):  # of the sums, until it reproduces itself
        spread = np.sqrt(share @ scipy.special.expit(spread * x) ** 2)
    s = scipy.special.expit(spread * x)
    return np.sqrt(share @ (s * (1 - s)) ** 2)


def test_the_numbers_in_the_prose_are_those_checked_here():
    prose = "\n".join(line for line in PROSE.splitlines() if not line.startswith("|"))
    numbers = re.findall(r"(?<![\w.])\d+\.\d+|\d+%", prose)
    assert numbers == ["10%", "90%", "4.394", "0.24"]
    assert mp.nstr(2 * log(9), 4) == "4.394"
    assert round(factor_of_a_wide_layer(), 2) == 0.24


def execute(block, **names):
    exec(block, names)
    return names


Z = np.array([-800.0, -40.0, -3.0, 0.0, 0.5, 20.0, 40.0, 800.0])
Y = np.array([0.0, 1.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0])
EXACT = {
    "p": sigma,
    "q": lambda z: sigma(-z),
    "slope": lambda z: sigma(z) * sigma(-z),
    "log_p": lambda z: -softplus(-z),
    "log_q": lambda z: -softplus(z),
    "soft": softplus,
}


def exact(name, inputs=Z):
    return [float(EXACT[name](mpf(float(z)))) for z in inputs]


def losses(labels=Y):
    return [float(softplus(mpf(z) if y == 0 else -mpf(z))) for z, y in zip(Z, labels, strict=True)]


def test_the_code_for_scipy_keeps_all_its_digits():
    names = execute(BLOCKS[0], z=Z, y=Y)
    for name in EXACT:
        np.testing.assert_allclose(names[name], exact(name), rtol=1e-14, atol=1e-307, err_msg=name)
    np.testing.assert_allclose(names["loss"], losses(), rtol=1e-14)
    with np.errstate(all="raise", under="ignore"):
        by_hand = names["sigmoid"](Z)
    np.testing.assert_allclose(by_hand, exact("p"), rtol=1e-14, atol=1e-307)
    np.testing.assert_allclose(names["sigmoid"]([0, 1]), exact("p", [0, 1]), rtol=1e-14)


@pytest.mark.parametrize("block", BLOCKS, ids=["numpy", "torch"])
def test_the_comments_in_the_code_name_what_is_computed(block):
    said = dict(re.findall(r"^(\w+) = .*# (.*)$", block, flags=re.MULTILINE))
    computed = {
        "p": "σ(z)",
        "q": "1 − σ(z)",
        "slope": "σ′(z)",
        "log_p": "ln σ(z)",
        "log_q": "ln(1 − σ(z))",
        "soft": "ln(1 + eᶻ)",
    }
    assert len(said) >= 3 and said.items() <= computed.items()
    assert block != BLOCKS[0] or said == computed


def test_the_code_for_pytorch_keeps_all_its_digits():
    for labels in (Y, 1 - Y):
        names = execute(BLOCKS[1], z=torch.tensor(Z), y=torch.tensor(labels))
        for name in ("p", "log_p", "log_q", "soft"):
            np.testing.assert_allclose(
                names[name], exact(name), rtol=1e-14, atol=1e-307, err_msg=name
            )
        np.testing.assert_allclose(names["loss"], losses(labels), rtol=1e-14, atol=1e-307)


def test_what_the_sheet_says_of_pytorchs_own_losses():
    z, y = torch.tensor(Z), torch.tensor(Y)
    names = execute(BLOCKS[1], z=z, y=y)
    mean = torch.nn.BCEWithLogitsLoss()(z, y)
    assert mean.item() == pytest.approx(names["loss"].mean().item(), rel=1e-12)
    sure = torch.tensor([-40.0], dtype=torch.float64)
    each = torch.nn.BCEWithLogitsLoss(reduction="none")
    assert each(sure, torch.zeros_like(sure)).item() == 0 and names["loss"][-2] == 40
    assert each(-sure, torch.ones_like(sure)).item() == pytest.approx(float(softplus(-40)))
    above = torch.tensor([20.0001], dtype=torch.float64)
    wrong = (torch.nn.functional.softplus(above) - above).item()
    assert wrong == 0 and 1e-10 < float(softplus(mpf(20)) / 20 - 1) < 1e-9


def test_what_the_sheet_calls_lost_is_lost():
    lost = re.findall(r"^- Lost at \$z=(-?\d+)\$ \((.*)\): (.*)$", TEXT, flags=re.MULTILINE)
    assert [z for z, *_ in lost] == ["40", "800", "-40"]
    for z, what, forms in lost:
        names = execute(BLOCKS[0], z=np.float64(z), y=0.0)
        with np.errstate(all="ignore"):
            values = [eval(form, names) for form in re.findall("`(.*?)`", forms)]
        kinds = {"NaN" if np.isnan(v) else "∞" if v > 1 else "−∞" if v < -1 else v for v in values}
        assert {str(kind).removesuffix(".0") for kind in kinds} == set(what.split(" or "))


FORMATS = {"float16": np.float16, "float32": np.float32, "float64": np.float64}


def edge(f, kind, far, reached):
    """The first number of the format, from 0 towards `far`, at which f is as `reached` says."""
    near, far = kind(0), kind(far)
    while (middle := kind((float(near) + float(far)) / 2)) not in (near, far):
        near, far = (near, middle) if reached(f(middle)) else (middle, far)
    return float(far)


def usual(x):
    return eval("1/(1+np.exp(-x))", {"np": np, "x": x})


def by_torch(x):
    return torch.sigmoid(torch.tensor([x]))[0].item()


def ends(kind):
    """The column of a format, from the second row on."""
    return [
        edge(np.exp, kind, 800, np.isinf),
        edge(usual, kind, 60, lambda s: s == 1),
        edge(usual, kind, -800, lambda s: s == 0),
        edge(by_torch, kind, 60, lambda s: s == 1),
        edge(by_torch, kind, -800, lambda s: s == 0),
    ]


def test_the_table_has_the_rows_computed_here():
    rows = [row[0] for row in TABLE]
    assert rows == [
        "format",
        "significant bits",
        "`np.exp(x)` ∞ from",
        "`1/(1+np.exp(-x))` 1 from",
        "… 0 down from",
        "`torch.sigmoid(x)` 1 from",
        "… 0 down from",
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_the_ends_of_each_format_are_those_in_the_table(name):
    kind = FORMATS[name]
    column = [row[TABLE[0].index(name)].replace("−", "-") for row in TABLE[1:]]
    assert int(column[0]) == np.finfo(kind).nmant + 1
    with np.errstate(over="ignore"):
        found = ends(kind)
    for stated, value in zip(column[1:], found, strict=True):
        # 7.625 may be rounded to hundredths either way.
        assert float(stated) == pytest.approx(value, abs=0.0051), (stated, value)


def test_what_is_said_below_the_table():
    assert "`expit` ends where the line does; float16 it turns into float64." in TEXT
    expit = scipy.special.expit
    assert expit(np.float16(1)).dtype == np.float64
    for kind in (np.float32, np.float64):
        with np.errstate(over="ignore"):
            by_line = ends(kind)[1:3]
        one = edge(expit, kind, 60, lambda s: s == 1)
        zero = edge(expit, kind, -800, lambda s: s == 0)
        np.testing.assert_allclose([one, zero], by_line, rtol=1e-6)
        assert kind(1) * (1 - kind(1)) == 0


def test_the_sheet_prints_on_one_page_of_a4_with_room_to_spare(page, site):
    page.goto(site + "reference/cheat-sheet.html")
    for options in ({"prefer_css_page_size": True}, {"format": "A4"}, {"scale": 1.06}):
        pdf = page.pdf(**({"format": "A4"} | options))
        assert len(re.findall(rb"/Type /Page\b(?!s)", pdf)) == 1, options
        assert b"/MediaBox [0 0 594" in pdf or b"/MediaBox [0 0 595" in pdf


def test_other_pages_print_on_several(page, site):
    """The count of pages above would see a second one."""
    page.goto(site + "reference/glossary.html")
    assert len(re.findall(rb"/Type /Page\b(?!s)", page.pdf(format="A4"))) > 1
