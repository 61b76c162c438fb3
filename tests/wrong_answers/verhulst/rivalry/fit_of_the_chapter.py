"""Loses rivalry-check: the chapter's fit to all days"""

rivalry = 0.44
