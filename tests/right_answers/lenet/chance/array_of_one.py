import numpy as np

chance = np.array([0.09700378])
