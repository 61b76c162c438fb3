per_milligram = 1.270
