"""The figures of the course: `draw_*(ax, ...)` draws one thing on one axes and returns it.

A chapter's figures stand in the module of its name; chapters call them `figures.draw_…`.
"""

from sigmoids.figures.derivation import *
from sigmoids.figures.formula import *
from sigmoids.figures.lenet import *
from sigmoids.figures.limitations import *
from sigmoids.figures.myths import *
from sigmoids.figures.nets import *
from sigmoids.figures.networks import *
from sigmoids.figures.neuron import *
from sigmoids.figures.odds import *
from sigmoids.figures.probability import *
from sigmoids.figures.properties import *
from sigmoids.figures.python import *
from sigmoids.figures.pytorch import *
from sigmoids.figures.rediscovery import *
from sigmoids.figures.remedies import *
from sigmoids.figures.speed import *
from sigmoids.figures.style import *
from sigmoids.figures.today import *
from sigmoids.figures.verhulst import *
