"""Mathematics that chapters and demos share; one module for each thing that is computed."""

import json
from pathlib import Path
from typing import Any


def shared(name: str) -> dict[str, Any]:
    """What a model's Python and its demo's JavaScript both know: the facts in `<name>.json`."""
    return json.loads((Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8"))
