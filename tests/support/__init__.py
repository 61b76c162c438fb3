"""What tests and benchmarks share: where things are, books and notebooks to build, browsers."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
HTML = ROOT / "_build/html"
