"""Loses rivalry-check: The roles are exchanged: it is aurelia that takes places from"""

rivalry = (200 - 221) / 124
