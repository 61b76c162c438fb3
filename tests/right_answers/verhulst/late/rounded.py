late = 62.7
