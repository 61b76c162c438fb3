"""Derive values.csv from the file wdbc.data of the UCI Machine Learning Repository.

python data/breast_cancer/derive.py PATH/TO/wdbc.data

The patients' numbers are left out and the columns get names; no value is changed.
"""

import csv
import hashlib
import sys
from pathlib import Path

SHA256 = "d606af411f3e5be8a317a5a8b652b425aaf0ff38ca683d5327ffff94c3695f4a"
QUANTITIES = (
    "radius texture perimeter area smoothness compactness concavity concave_points symmetry "
    "fractal_dimension"
).split()
FEATURES = [f"{kind}_{name}" for kind in ("mean", "error", "worst") for name in QUANTITIES]
DIAGNOSES = {"M": "malignant", "B": "benign"}


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    raw = Path(sys.argv[1]).read_bytes()
    if hashlib.sha256(raw).hexdigest() != SHA256:
        sys.exit(f"{sys.argv[1]} is not UCI's wdbc.data: its SHA-256 should be {SHA256}.")
    with Path(__file__).with_name("values.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["diagnosis", *FEATURES])
        for _, diagnosis, *values in csv.reader(raw.decode("ascii").splitlines()):
            table.writerow([DIAGNOSES[diagnosis], *values])


if __name__ == "__main__":
    main()
