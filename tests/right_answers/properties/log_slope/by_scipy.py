from scipy import special


def log_slope(x):
    return special.log_expit(x) + special.log_expit(-x)
