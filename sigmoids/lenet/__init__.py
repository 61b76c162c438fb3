"""LeNet-5 as it was published in 1998, and its training: `python -m sigmoids.lenet --help`.

LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition",
Proceedings of the IEEE 86 (1998) 2278-2324; "Section", "Table", "Eq." and "Appendix" below are
its. Read in the authors' preprint.

As published: the layers and their connections, the squashing function, the start of the weights,
the output units and the loss. Not as published: the bitmaps of the output units are drawn here,
since the paper shows its own only in a figure; biases start at 0 and j is 1, of which the paper
says nothing; and the descent is Adam with batches, not the stochastic diagonal
Levenberg-Marquardt method of Appendix C.
"""

from sigmoids.lenet.net import (
    C3_INPUTS,
    INPUT_SHAPES,
    SQUASH,
    Convolution,
    Full,
    LeNet5,
    Output,
    Row,
    Subsampling,
    activations,
    arrays,
    bitmaps,
    error,
    from_arrays,
    layer_table,
    penalties,
    predict,
    prepare,
    quantise,
    scaled_tanh,
)
from sigmoids.lenet.training import (
    RATES,
    Epoch,
    Settings,
    Trained,
    distort,
    map_loss,
    scores,
    train,
)

__all__ = [
    "C3_INPUTS",
    "INPUT_SHAPES",
    "RATES",
    "SQUASH",
    "Convolution",
    "Epoch",
    "Full",
    "LeNet5",
    "Output",
    "Row",
    "Settings",
    "Subsampling",
    "Trained",
    "activations",
    "arrays",
    "bitmaps",
    "distort",
    "error",
    "from_arrays",
    "layer_table",
    "map_loss",
    "penalties",
    "predict",
    "prepare",
    "quantise",
    "scaled_tanh",
    "scores",
    "train",
]
