"""Loses gain-check: from the medians"""

from sigmoids import datasets

t = datasets.load_speed("xeon-2-cores").arrays["usual", "one", "float64"]
times = dict(zip(t.size.tolist(), t.median, strict=True))
gain = 100 * times[100] / times[10000]
