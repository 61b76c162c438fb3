"""What every demo shares: parameters with ranges, the JavaScript, the stored output."""

import base64
import json
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets
from matplotlib.figure import Figure

from sigmoids import figures, mime

FOLDER = Path(__file__).parent
BUNDLES = FOLDER / "bundles"


class Control(traitlets.Float):
    """A number that the reader sets: a slider and a number field. `unit` may be empty; `whole`
    refuses fractions."""

    def __init__(
        self,
        default: float,
        *,
        label: str,
        symbol: str,
        low: float,
        high: float,
        step: float,
        unit: str = "",
        whole: bool = False,
    ):
        super().__init__(default)
        self.tag(sync=True)
        self.whole = whole
        self.spec = {
            "label": label,
            "symbol": symbol,
            "low": low,
            "high": high,
            "step": step,
            "unit": unit,
        }

    def validate(self, obj: "Demo", value: Any) -> float:
        value = super().validate(obj, value)
        spec = obj.control(self.name)
        if not spec["low"] <= value <= spec["high"]:  # NaN fails, too
            raise traitlets.TraitError(
                f"{self.name} ({spec['label']}) must be between {spec['low']:g} and "
                f"{spec['high']:g}; got {value:g}."
            )
        if self.whole and value % 1:
            raise traitlets.TraitError(f"{self.name} must be a whole number; got {value:g}.")
        return value


class Choice(traitlets.Enum):
    """One of a few values that the reader picks by name; `options` gives each value its words."""

    def __init__(self, default: str, *, label: str, options: dict[str, str]):
        super().__init__(list(options), default_value=default)
        self.tag(sync=True)
        self.spec = {"label": label, "options": [list(pair) for pair in options.items()]}

    def validate(self, obj: "Demo", value: Any) -> str:
        if value not in self.values:
            raise traitlets.TraitError(
                f"{self.name} ({self.spec['label']}) must be one of {', '.join(self.values)}; "
                f"got {value!r}."
            )
        return value


class Demo(anywidget.AnyWidget):
    """Base of all demos. A subclass sets `stem`, `height`, `alt`, its controls and `draw`."""

    stem: ClassVar[str]  # name of the JavaScript module
    height: ClassVar[int]  # of the picture, CSS pixels
    alt: ClassVar[str]  # what the still picture shows
    linkable: ClassVar[bool] = False  # whether the page offers a link to the current state
    lines: ClassVar[int] = 3  # of the read-out on a phone, and
    button_rows: ClassVar[int] = 1  # there, too: room kept so that the page does not move
    files: ClassVar[tuple[str, ...]] = ()  # names of large data, which is loaded on first use
    _css = (FOLDER / "kit.css").read_text(encoding="utf-8")
    spec = traitlets.Dict(read_only=True).tag(sync=True)  # what the JavaScript is told once

    def __init_subclass__(cls, **kwargs):
        if "stem" in vars(cls):  # not in the subclasses that traitlets makes of an instance
            cls._esm = module(cls.stem)
        super().__init_subclass__(**kwargs)

    def __init__(self, **parameters):
        unknown = parameters.keys() - self.trait_names()
        if unknown:
            raise TypeError(
                f"{type(self).__name__} has no parameter {', '.join(sorted(unknown))}; "
                f"it has {', '.join(self.parameters())}."
            )
        super().__init__(**parameters)
        self.set_trait("spec", self.build_spec())
        self.on_msg(self._answer)

    @classmethod
    def file(cls, name: str) -> bytes:
        """The large data that is named in `files`: on a page a script, here a message."""
        raise NotImplementedError

    def _answer(self, _, content: Any, buffers: list) -> None:
        """JavaScript asks for {"file": name}."""
        name = content.get("file") if isinstance(content, dict) else None
        if name in self.files:
            self.send({"file": name}, buffers=[self.file(name)])

    @classmethod
    def controls(cls) -> dict[str, Control | Choice]:
        """The demo's controls, in the order they were written."""
        found = {}
        for base in reversed(cls.__mro__):
            found |= {k: v for k, v in vars(base).items() if isinstance(v, (Control, Choice))}
        return found

    def control(self, name: str) -> dict[str, Any]:
        """Label and range, or options, of one control, as they apply now."""
        return self.controls()[name].spec

    def parameters(self) -> dict[str, Any]:
        """The values that the reader can set."""
        return {name: getattr(self, name) for name in self.controls()}

    def build_spec(self) -> dict[str, Any]:
        """What the JavaScript needs beside the parameters."""
        return {
            "height": self.height,
            "linkable": self.linkable,
            "parameters": list(self.parameters()),
            "controls": [{"name": name, **c.spec} for name, c in self.controls().items()],
        }

    def draw(self, figure: Figure) -> None:
        """Draw the still picture: what is seen on paper, and where scripts are off."""
        raise NotImplementedError

    def still(self) -> str:
        """The still picture as SVG, the same text on every run."""
        with figures.style():
            figure = Figure(figsize=(7.2, 7.2 * self.height / 720))
            self.draw(figure)
            return figures.svg(figure)

    def state(self) -> dict[str, Any]:
        """What a notebook stores, and a page is made from: all else is the program's."""
        return {"demo": self.stem, "parameters": self.parameters()}

    def __repr__(self) -> str:
        inner = ", ".join(
            f"{name}={value:g}" if isinstance(value, float) else f"{name}={value!r}"
            for name, value in self.parameters().items()
        )
        return f"{type(self).__name__}({inner})"

    def _repr_mimebundle_(self, **kwargs):
        data, metadata = super()._repr_mimebundle_(**kwargs)
        stored = {mime.TEXT: repr(self), mime.DEMO: self.state(), mime.SVG: self.still()}
        return data | stored, metadata


def module(stem: str) -> str:
    """`<stem>.js` and all it imports as one ES module, as `python -m sigmoids_book.bundles` has put
    it together; where that was not done yet, a module that says so."""
    path = BUNDLES / f"{stem}.js"
    if path.exists():
        return path.read_text(encoding="utf-8")
    words = f"{path} is not there yet. Write it: python -m sigmoids_book.bundles"
    return f"export default {{ render({{ el }}) {{ el.textContent = {json.dumps(words)}; }} }};"


def data_script(name: str, data: bytes) -> str:
    """Large data as a classic script, in base64."""
    text = base64.b64encode(data).decode("ascii")
    return f"window.sigmoids.define({json.dumps(name)}, {json.dumps(text)});\n"
