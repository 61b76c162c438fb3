rise = 4.39
