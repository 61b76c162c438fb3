"""Loses rivalry-check: So many places aurelia takes in all. How many does one animal"""

rivalry = 76
