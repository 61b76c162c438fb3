import matplotlib.pyplot as plt
import numpy as np
from scipy.special import expit

x = np.linspace(-40, 0, 401)
fig, ax = plt.subplots()
fine = np.linspace(-40, 0, 4001)
error = np.abs((1 + np.tanh(fine / 2)) / 2 / expit(fine) - 1)
lost_at = fine[error > 1e-3].max()
