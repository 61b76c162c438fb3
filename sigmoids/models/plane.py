"""A line in the plane of two inputs."""

import math


def chord(w1: float, w2: float, b: float, *, across, up) -> list[tuple[float, float]]:
    """The two points where the line w₁x₁ + w₂x₂ + b = 0 meets a rectangle's rim, or none."""
    length = math.hypot(w1, w2)
    if length < 1e-6:
        return []
    n1, n2 = w1 / length, w2 / length
    foot = (-b / length * n1, -b / length * n2)
    low, high = -math.inf, math.inf
    for start, go, (least, most) in zip(foot, (-n2, n1), (across, up), strict=True):
        if abs(go) < 1e-12:
            if not least <= start <= most:
                return []
            continue
        ends = sorted([(least - start) / go, (most - start) / go])
        low, high = max(low, ends[0]), min(high, ends[1])
    return [(foot[0] - t * n2, foot[1] + t * n1) for t in (low, high)] if low < high else []
