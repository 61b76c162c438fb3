a_fit, theta_fit, gap = 1.68, 3.02, 0.0138
