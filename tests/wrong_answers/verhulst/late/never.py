"""Loses late-check: it does pass 99%"""

late = float("inf")
