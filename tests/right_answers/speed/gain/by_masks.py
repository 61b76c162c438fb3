from sigmoids import datasets

times = datasets.load_speed("xeon-2-cores").arrays["usual", "one", "float64"]
each = times.least / times.size
gain = each[times.size == 100] / each[times.size == 10_000]
