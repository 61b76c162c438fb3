from scipy.special import expit


def s_curve(x, ceiling, steepness, midpoint):
    return ceiling * expit(steepness * (x - midpoint))
