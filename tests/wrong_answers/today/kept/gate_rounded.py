"""Loses kept-check: You rounded the gate to 0.95, and twenty steps multiply the"""

kept = 0.95**20
