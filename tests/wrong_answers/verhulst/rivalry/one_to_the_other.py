"""Loses rivalry-check: for each aurelia"""

rivalry = 124 / 221
