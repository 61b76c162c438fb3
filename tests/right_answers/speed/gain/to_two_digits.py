gain = 9.3
