"""One number, in a list."""

fastest = [75.0]
