"""The figures of the course: `draw_*(ax, ...)` draws one thing on one axes and returns it.

A chapter's figures stand in the module of its name; chapters call them `figures.draw_…`.
"""

from sigmoids.figures.derivation import (
    draw_growth_directions,
    draw_logistic_derivatives,
    draw_slope_rectangles,
    draw_softplus_area,
    draw_tilted_entropy,
)
from sigmoids.figures.formula import (
    draw_family,
    draw_family_tails,
    draw_gompertz,
    draw_growth,
    draw_growth_log_odds,
    draw_logistic_and_slope,
    draw_switch,
)
from sigmoids.figures.lenet import (
    draw_codes,
    draw_confusion,
    draw_first_layer,
    draw_mistakes,
    draw_squash,
    draw_test_errors,
)
from sigmoids.figures.limitations import (
    draw_conditioning,
    draw_escape,
    draw_explosion_window,
    draw_layer_factor,
)
from sigmoids.figures.myths import (
    draw_claimed_shares,
    draw_parity,
    draw_pulls,
)
from sigmoids.figures.nets import (
    draw_hysteresis,
    draw_population,
    draw_recall,
    draw_regime,
    draw_rhythm,
    draw_stairs,
)
from sigmoids.figures.networks import (
    draw_bump_errors,
    draw_confidence,
    draw_hidden_plane,
    draw_layer_spread,
    draw_two_lines,
    draw_xor_losses,
)
from sigmoids.figures.neuron import (
    draw_firing_rate,
    draw_spikes,
    draw_unit,
    draw_xor_on_a_line,
)
from sigmoids.figures.odds import (
    draw_dose_response,
    draw_elo,
    draw_log_odds_paper,
    draw_probit_gap,
    draw_scale_by_share,
)
from sigmoids.figures.probability import (
    draw_costs,
    draw_expected_losses,
    draw_loss_pulls,
    draw_one_feature,
    draw_reliability,
    draw_ridge,
)
from sigmoids.figures.properties import (
    draw_complement,
    draw_logistic_sample,
    draw_tails,
    draw_taylor,
    draw_widths,
)
from sigmoids.figures.python import (
    draw_lost_digits,
    draw_through_origin,
    draw_ulp_errors,
)
from sigmoids.figures.pytorch import (
    draw_extreme_gradients,
    draw_extreme_losses,
    draw_half_precision,
    draw_rounded_slope,
)
from sigmoids.figures.rediscovery import (
    draw_capacity_ranges,
    draw_census,
    draw_gause,
    draw_spheroid,
)
from sigmoids.figures.remedies import (
    draw_activations,
    draw_layer_factors,
    draw_memory,
)
from sigmoids.figures.speed import (
    draw_copy_bandwidth,
    draw_layer_shares,
    draw_ratios,
    draw_speeds,
)
from sigmoids.figures.style import (
    BLUE,
    DATA,
    GREEN,
    GREY,
    INK,
    ORANGE,
    PURPLE,
    SIGMA,
    SKY,
    SLOPE,
    STYLE,
    VERMILION,
    label_line,
    social_card,
    style,
    svg,
    text_shade,
    use_style,
)
from sigmoids.figures.today import (
    draw_counting,
    draw_crowd,
    draw_normalised,
    draw_through_time,
)
from sigmoids.figures.verhulst import (
    draw_belgium_forecasts,
    draw_one_per_cent,
    draw_three_phases,
)
