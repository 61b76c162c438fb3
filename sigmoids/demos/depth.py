"""Send a gradient back through a deep net: does it vanish, arrive or explode?"""

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from sigmoids import figures
from sigmoids.demos.kit import Choice, Control, Demo
from sigmoids.models.depth import DEEPEST, FACTS, gradients

NAMES = FACTS["names"]
STEPS = FACTS["decades"]  # above or below 1 that an axis may have


class DepthDemo(Demo):
    """The gradient of the weighted sums z at every layer of a net, if it is 1 at the last layer.

    Parameters: `activation` ("sigmoid", "tanh" or "relu"); `layers`, 2 to 50, of 32 units each;
    `scale`, 0.2 to 16, the standard deviation of the weights times √32: 1 is Xavier's and 1.41,
    about √2, He's; `seed`, 1 to 99, which weights are drawn.
    """

    stem = "depth"
    height = 340
    linkable = True
    lines = 4
    alt = (
        "The gradient at each layer, on a logarithmic axis, from the last layer back to the "
        "first, for nets of sigmoid, tanh and ReLU units."
    )

    activation = Choice(
        "sigmoid",
        label="activation",
        options={"sigmoid": "sigmoid σ(z)", "tanh": "tanh(z) = 2σ(2z) − 1", "relu": "ReLU"},
    )
    layers = Control(5.0, label="layers", symbol="n", low=2, high=DEEPEST, step=1, whole=True)
    scale = Control(1.0, label="scale of the weights", symbol="g", low=0.2, high=16, step=0.01)
    seed = Control(6.0, label="draw of the weights", symbol="", low=1, high=99, step=1, whole=True)

    def draw(self, figure: Figure) -> None:
        ax = figure.subplots()
        n = int(self.layers)
        # Rounded, so that another processor's last digit leaves the picture as it is.
        exponents = {
            name: np.round(np.log10(gradients(name, n, self.scale, int(self.seed))["norms"]), 5)
            for name in NAMES
        }
        low = -next(s for s in STEPS if s >= max(8, -min(map(min, exponents.values()))))
        high = next(s for s in STEPS if s >= max(2, max(map(max, exponents.values()))))
        layer = np.arange(n, 0, -1)
        smallest, largest = np.log10(np.finfo(np.float32).tiny), np.log10(np.finfo(np.float32).max)
        for exponent, text in (
            (-6, "one millionth"),
            (smallest, "least normal float32"),
            (largest, "largest float32"),
        ):
            if low < exponent < high and abs(exponent) > (high - low) / 12:
                ax.axhline(exponent, color=figures.INK, linewidth=0.8, linestyle="--")
                middle = exponents[self.activation][(n - 1) // 2]
                left = (middle < exponent) == (exponent > 0)  # else the net crosses it there
                place = {"ha": "left" if left else "right", "va": "bottom"}
                figures.label_line(ax, n if left else 1, exponent, text, figures.INK, **place)
        last, room = np.inf, (high - low) / 16
        for name in sorted(NAMES, key=lambda name: -exponents[name][-1]):
            chosen = name == self.activation
            color = figures.SLOPE if chosen else figures.GREY
            style = {"marker": "o", "markersize": 4, "zorder": 3} if chosen else {"linewidth": 1}
            ax.plot(layer, exponents[name], color=color, **style)
            last = min(exponents[name][-1], last - room)
            label_x = 1 - 0.015 * (n - 1)
            figures.label_line(ax, label_x, last, NAMES[name], color, va="center")
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
        marks = [v for v in MaxNLocator(6, integer=True).tick_values(low, high) if low <= v <= high]
        ax.set_yticks(marks, [f"$10^{{{v:.0f}}}$" for v in marks])
        ax.set(xlim=(n, 1), ylim=(low, high), ylabel="gradient (last layer: 1)")
        ax.set_xlabel("layer: the gradient runs from the last to the first")
