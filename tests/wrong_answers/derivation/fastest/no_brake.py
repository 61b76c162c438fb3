"""Loses fastest-check: without the brake"""

fastest = 0.5 * 300
