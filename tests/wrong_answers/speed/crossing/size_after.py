"""Loses crossing-check: There torch is faster already"""

crossing = 300
