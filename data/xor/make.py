"""Descend on XOR from four of the demo's starts and write the losses: python data/xor/make.py."""

import csv
from pathlib import Path

from sigmoids.demos.backprop import descend

STARTS, RATE, STEPS, EVERY = (1, 6, 13, 15), 2.0, 1000, 5


def main() -> None:
    paths = [descend(start, RATE, STEPS)[1] for start in STARTS]
    with Path(__file__).with_name("values.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["step", *(f"start_{start}" for start in STARTS)])
        for n in range(0, STEPS + 1, EVERY):
            table.writerow([n, *(f"{path[n]:.4f}" for path in paths)])


if __name__ == "__main__":
    main()
