def log_slope(x):
    from scipy import stats

    return stats.logistic.logpdf(x)
