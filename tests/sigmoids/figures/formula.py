"""What the figures of formula are drawn with in the tests, as the chapter gives it."""

from sigmoids import datasets, functions

HOURS, YEAST = datasets.load_carlson()
GROWTH = {"K": 663.0, "r": 0.547, "t0": 7.78}
UNITS = dict.fromkeys(functions.FAMILY, 1.0)

DRAW = {
    "draw_family": {},
    "draw_family_tails": {"unit": UNITS},
    "draw_gompertz": {},
    "draw_growth": {"t": HOURS, "p": YEAST, **GROWTH},
    "draw_growth_log_odds": {"t": HOURS, "p": YEAST, **GROWTH},
    "draw_logistic_and_slope": {},
    "draw_switch": {},
}
