from scipy.special import expit


def tone(pixels, contrast):
    return expit(contrast * (pixels - 128.0) / 128)
