"""Loses gain-check: That compares one call with one call"""

from sigmoids import datasets

t = datasets.load_speed("xeon-2-cores").arrays["usual", "one", "float64"]
times = dict(zip(t.size.tolist(), t.least, strict=True))
gain = times[100] / times[10000]
