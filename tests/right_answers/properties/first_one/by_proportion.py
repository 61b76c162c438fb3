first_one = 36.74 / 53 * 11
