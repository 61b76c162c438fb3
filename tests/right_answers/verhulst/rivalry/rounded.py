rivalry = 0.344
