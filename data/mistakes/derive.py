"""Derive values.npz: the test digits of MNIST that the stored LeNet-5 names wrongly.

python data/mistakes/derive.py FOLDER

FOLDER holds MNIST's four files. The net is that of `load_lenet_weights("tanh")`, seed 1.
"""

import sys
from pathlib import Path

import numpy as np

from sigmoids import lenet
from sigmoids.datasets import load_lenet_weights
from sigmoids.mnist import load_mnist


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    mnist = load_mnist(sys.argv[1])
    model = lenet.from_arrays(load_lenet_weights("tanh"), "tanh")
    penalties = lenet.penalties(model, mnist.test_images)
    named = penalties.argmin(1).astype(np.uint8)
    wrong = np.flatnonzero(named != mnist.test_labels)
    np.savez_compressed(
        Path(__file__).with_name("values.npz"),
        place=wrong.astype(np.uint16),
        images=mnist.test_images[wrong],
        labels=mnist.test_labels[wrong],
        named=named[wrong],
        penalties=penalties[wrong].round(2),
        of_each=np.bincount(mnist.test_labels).astype(np.uint16),
    )


if __name__ == "__main__":
    main()
