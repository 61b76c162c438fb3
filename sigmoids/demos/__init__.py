"""The course's demos: one widget a module, and one JavaScript module of the same stem.

In JupyterLab a demo is a live widget whose traits are its parameters: `demo.k = 2` moves the
picture. On the published page the JavaScript runs alone, from the parameters stored in the output.
"""

from sigmoids.demos.backprop import BackpropDemo
from sigmoids.demos.boundary import BoundaryDemo
from sigmoids.demos.bumps import BumpsDemo
from sigmoids.demos.cortex import CortexDemo
from sigmoids.demos.depth import DepthDemo
from sigmoids.demos.family import FamilyDemo
from sigmoids.demos.floats import FloatsDemo
from sigmoids.demos.growth import GrowthDemo
from sigmoids.demos.kit import Demo
from sigmoids.demos.lenet import LenetDemo
from sigmoids.demos.neuron import NeuronDemo
from sigmoids.demos.slope import SlopeDemo
from sigmoids.demos.squash import SquashDemo
from sigmoids.demos.zigzag import ZigzagDemo

DEMOS: dict[str, type[Demo]] = {
    demo.stem: demo
    for demo in (
        SlopeDemo,
        FamilyDemo,
        SquashDemo,
        BoundaryDemo,
        NeuronDemo,
        BackpropDemo,
        BumpsDemo,
        DepthDemo,
        ZigzagDemo,
        FloatsDemo,
        GrowthDemo,
        CortexDemo,
        LenetDemo,
    )
}

__all__ = [
    "DEMOS",
    "BackpropDemo",
    "BoundaryDemo",
    "BumpsDemo",
    "CortexDemo",
    "Demo",
    "DepthDemo",
    "FamilyDemo",
    "FloatsDemo",
    "GrowthDemo",
    "LenetDemo",
    "NeuronDemo",
    "SlopeDemo",
    "SquashDemo",
    "ZigzagDemo",
]
