"""What the figures of derivation are drawn with in the tests, as the chapter gives it."""

DRAW = {
    "draw_growth_directions": {},
    "draw_logistic_derivatives": {},
    "draw_slope_rectangles": {},
    "draw_softplus_area": {},
    "draw_tilted_entropy": {},
}
