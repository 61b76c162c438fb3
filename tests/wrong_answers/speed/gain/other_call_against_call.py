"""Loses gain-check: it does 100 times as much"""

from sigmoids import datasets

t = datasets.load_speed("xeon-2-cores").arrays["usual", "one", "float64"]
times = dict(zip(t.size.tolist(), t.least, strict=True))
gain = times[10000] / times[100]
