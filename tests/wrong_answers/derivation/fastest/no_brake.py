"""Loses fastest-check: without the brake"""

fastest = 0.3 * 500
