"""The course's demos: one widget a module, and one JavaScript module of the same stem.

In JupyterLab a demo is a live widget whose traits are its parameters: `demo.k = 2` moves the
picture. On the published page the JavaScript runs alone, from the parameters stored in the output.
"""

from sigmoids.demos.growth import GrowthDemo
from sigmoids.demos.kit import Demo
from sigmoids.demos.slope import SlopeDemo

DEMOS: dict[str, type[Demo]] = {demo.stem: demo for demo in (SlopeDemo, GrowthDemo)}

__all__ = ["DEMOS", "Demo", "GrowthDemo", "SlopeDemo"]
