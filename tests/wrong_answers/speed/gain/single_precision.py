"""Loses gain-check: That is for float32"""

from sigmoids import datasets

t = datasets.load_speed("xeon-2-cores").arrays["usual", "one", "float32"]
times = dict(zip(t.size.tolist(), t.least, strict=True))
gain = 100 * times[100] / times[10000]
