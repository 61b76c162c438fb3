"""What the figures of odds are drawn with in the tests, as the chapter gives it."""

import numpy as np

from sigmoids import datasets

BEETLES, ELO = datasets.load_beetles(), datasets.load_elo()
FITS = {"logit": (-60.717, 34.270), "probit": (-34.935, 19.728), "cloglog": (-39.572, 22.041)}
SHARES = {"x": np.log10(BEETLES.dose), "killed": BEETLES.killed, "exposed": BEETLES.exposed}

DRAW = {
    "draw_dose_response": {**SHARES, **FITS},
    "draw_elo": {"up_to": ELO.up_to, "expected": ELO.expected},
    "draw_log_odds_paper": {**SHARES, **FITS},
    "draw_probit_gap": {
        "scales": {"same slope": 1.5958, "least error": 1.7017, "same variance": 1.8138}
    },
    "draw_scale_by_share": {"best": 1.7017},
}
