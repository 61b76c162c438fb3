"""The trusted side of the protocol: ask the learner's process, and doubt what it sends.

What comes back is JSON: a plain number or word, an array of an allowed dtype, or a mark that says
what kind of thing is there. A reply that is malformed, too long, too late, early or doubled ends
the process, and the question at hand is lost.
"""

import json
import math
import os
import re
import select
import time
from typing import Any

import numpy as np

from sigmoids import answers, checks
from sigmoids.answers import Distant, DistantError, Odd
from sigmoids_book.grading.limits import MB, Limits
from sigmoids_book.grading.sandbox import Clone, Cold
from sigmoids_book.kernel import Error, Lost

ERRORS = {
    error.__name__: error
    for error in (
        *(ArithmeticError, FloatingPointError, OverflowError, ZeroDivisionError, ValueError),
        *(TypeError, NameError, AttributeError, IndexError, KeyError, LookupError, MemoryError),
        *(NotImplementedError, RecursionError, AssertionError, OSError, RuntimeError),
        *(ImportError, ModuleNotFoundError, SyntaxError, IndentationError, EOFError),
    )
}
DTYPES = re.compile(r"\|b1|\|i1|\|u1|<[iu][248]|<f[248]|<U[1-9]\d{0,3}")
LARGEST = 10**6  # numbers in an array
TEXT = 300  # characters of a message
THREADS, LOOK = 200, 0.02  # at most; seconds between two looks at them
MISSING = object()


class Malformed(ValueError):
    """A reply is not what the protocol allows."""


class Channel:
    """Requests to one process, and its replies."""

    def __init__(self, process: Cold | Clone, limits: Limits):
        self.process, self.limits, self.number, self.looked = process, limits, 0, time.monotonic()
        self.input, self.output = process.input, process.output
        os.set_blocking(self.input, False)

    def ask(self, seconds: float, **request: Any) -> dict:
        """The reply, an object whose text and numbers are still to be checked. Raises Lost."""
        self.number += 1
        until = time.monotonic() + seconds
        if select.select([self.output], [], [], 0)[0] and os.read(self.output, 1):
            raise Lost("sent what nobody asked for.")
        late = f"was still running after {seconds:.3g} s. Does a loop end?"
        self._send(json.dumps({"n": self.number, **request}).encode() + b"\n", until, late)
        line = self._receive(until, late)
        try:
            reply = json.loads(line)
        except (ValueError, RecursionError):
            raise Lost("sent what is no reply.") from None
        if not isinstance(reply, dict) or type(reply.get("n")) is not int:
            raise Lost("sent what is no reply.")
        if reply["n"] != self.number:
            raise Lost("sent a reply to another request.")
        return reply

    def _wait(self, until: float, late: str, *, to_write: bool = False) -> None:
        streams = ([], [self.input]) if to_write else ([self.output], [])
        while True:
            now = time.monotonic()
            if now - self.looked > LOOK:
                self.looked = now
                if self.process.threads() > THREADS:
                    raise Lost(f"started more than {THREADS} threads.")
            if any(select.select(*streams, [], max(0, min(until - now, LOOK)))):
                return
            if now > until:
                raise Lost(late)

    def _send(self, data: bytes, until: float, late: str) -> None:
        while data:
            self._wait(until, late, to_write=True)
            try:
                data = data[os.write(self.input, data) :]
            except OSError:
                raise Lost("ended Python itself.") from None

    def _receive(self, until: float, late: str) -> bytes:
        parts, size = [], 0
        while True:
            self._wait(until, late)
            part = os.read(self.output, 2**16)
            if not part:
                raise Lost("ended Python itself.")
            parts.append(part)
            size += len(part)
            if size > self.limits.reply * MB:
                raise Lost(f"sent more than {self.limits.reply} MB.")
            if b"\n" in part:
                break
        line, _, rest = b"".join(parts).partition(b"\n")
        if rest:
            raise Lost("sent more than one reply.")
        return line


class Expression(Distant):
    """A SymPy expression in the learner's process, which computes its values; `number`: its value
    where it is a number."""

    def __init__(self, type: str, number: float | None, name: str, learner: "Learner"):
        super().__init__(type, Odd("sympy", type) if number is None else np.array(number))
        self.name, self.learner = name, learner

    def __float__(self) -> float:
        return float(self.seen)

    def values_at(self, at: dict[str, np.ndarray]) -> Any:
        points = {symbol: encode(x) for symbol, x in at.items()}
        reply = self.learner.ask(do="values", name=self.name, at=points)
        if reply.get("is") == "error" and reply.get("type") == "Wrong":
            raise checks.Wrong(self.learner.text(reply.get("text")) or "It is no expression.")
        return self.learner.value(reply)


class Learner:
    """The learner's names, as checks use them. `texts`: whether the words of errors are kept, and
    the names of classes that are not Python's."""

    def __init__(self, channel: Channel, seconds: Any, *, texts: bool):
        self.channel, self.seconds, self.texts = channel, seconds, texts

    def ask(self, seconds: float | None = None, **request: Any) -> dict:
        return self.channel.ask(seconds or self.seconds(), **request)

    def run(self, source: str, seconds: float | None = None) -> Error:
        """A cell."""
        reply = self.ask(seconds, do="run", source=source)
        if reply.get("is") == "none":
            return Error()
        error = self._error(reply)
        return Error(answers.type_name(error), str(error))

    def name(self, name: str) -> Any:
        """What a name stands for; MISSING where it is not defined."""
        reply = self.ask(do="describe", name=name)
        if reply.get("is") == "missing":
            return MISSING
        if reply.get("is") != "function":
            return self.value(reply, name)

        def function(*arguments: Any) -> Any:
            sent = [encode(a) for a in arguments]
            return self.value(self.ask(do="call", name=name, arguments=sent, errstate=np.geterr()))

        function.__name__ = name
        return function

    def value(self, reply: dict, name: str = "") -> Any:
        """The value that a reply holds. Raises what the learner's code raised, or Lost."""
        kind = reply.get("is")
        if kind == "error":
            raise self._error(reply)
        try:
            return self._value(kind, reply, name)
        except (Malformed, ValueError, TypeError, KeyError, OverflowError, MemoryError):
            raise Lost("sent what is no reply.") from None

    def _value(self, kind: Any, reply: dict, name: str) -> Any:
        if kind in ("none", "ellipsis"):
            return None if kind == "none" else ...
        if kind == "plain":
            value = reply["value"]
            if type(value) is str:
                return self._clean(value)[:4000]
            if type(value) in (bool, float) or (type(value) is int and abs(value) < 2**63):
                return value
            raise Malformed
        if kind == "array":
            return array(reply["dtype"], reply["shape"], reply["values"])
        if kind == "overwritten":
            raise checks.Overwritten(min(count(reply["argument"]), 4))
        named = identifier(reply["type"]) if self.texts else "unknown"
        if kind == "sympy":
            if type(reply["number"]) not in (float, type(None)):
                raise Malformed
            return Expression(named, reply["number"], name, self)
        if kind == "odd":
            return Distant(named, odd(named, reply["kind"], reply["shapes"]))
        if kind == "other":
            return Distant(named, Odd("other", named))
        raise Malformed

    def _error(self, reply: dict) -> Exception:
        kind = reply.get("type")
        if reply.get("is") != "error" or not isinstance(kind, str):
            raise Lost("sent what is no reply.")
        text = self.text(reply.get("text"))
        if kind in ERRORS:
            return ERRORS[kind](text)
        if not self.texts:  # a class of the learner's may be named after a hidden test's input
            return Exception()
        return DistantError(identifier(kind), text)

    def text(self, text: Any) -> str:
        if not self.texts or not isinstance(text, str):
            return ""
        return re.sub(r"\s+", " ", self._clean(text[:TEXT]))

    @staticmethod
    def _clean(text: str) -> str:
        """Without control characters and halves of characters, which no file can hold."""
        text = text.encode("utf-8", "replace").decode()
        return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "�", text)


def odd(named: str, kind: Any, shapes: Any) -> Odd:
    """What is no array, as `answers.seen` found it. Raises Malformed where the reply is not so."""
    if kind not in ("torch", "torches", "sympy", "masked", "tuple", "list", "unread"):
        raise Malformed
    if not isinstance(shapes, list) or len(shapes) > answers.PARTS:
        raise Malformed
    if any(not isinstance(shape, list) or len(shape) > 32 for shape in shapes):
        raise Malformed
    if kind in ("tuple", "list") and len(shapes) < 2:
        raise Malformed
    return Odd(kind, named, tuple(tuple(map(count, shape)) for shape in shapes))


def count(x: Any) -> int:
    if type(x) is not int or not 0 <= x < 2**63:
        raise Malformed
    return x


def identifier(text: Any) -> str:
    """A class's name, if it looks like one."""
    good = isinstance(text, str) and re.fullmatch(r"[A-Za-z_]\w{0,39}", text, re.ASCII)
    return text if good else "unknown"


def array(dtype: Any, shape: Any, values: Any) -> Any:
    """The array, or the scalar where `shape` is empty. Raises Malformed where anything is odd."""
    if not (isinstance(dtype, str) and DTYPES.fullmatch(dtype)):
        raise Malformed
    if not (isinstance(shape, list) and isinstance(values, list) and len(shape) <= 32):
        raise Malformed
    if any(type(n) is not int or n < 0 for n in shape) or math.prod(shape) != len(values):
        raise Malformed
    kind, most = dtype[1], LARGEST // (int(dtype[2:]) if dtype[1] == "U" else 1)
    allowed = {"b": {bool}, "i": {int}, "u": {int}, "f": {int, float}, "U": {str}}[kind]
    if len(values) > most or not set(map(type, values)) <= allowed:
        raise Malformed
    with np.errstate(all="ignore"):
        return np.array(values, dtype=dtype).reshape(shape)[()]


def encode(x: Any) -> Any:
    """An argument of a check as JSON: numbers, words, arrays, and lists and tuples of them."""
    if x is None or type(x) in (bool, int, float, str):
        return x
    if isinstance(x, list | tuple):
        return {"items": [encode(item) for item in x], "tuple": isinstance(x, tuple)}
    a = np.asarray(x)
    if a.dtype.kind not in "biufU":
        raise TypeError(f"A check may not give an answer a {type(x).__name__}: use plain numbers.")
    scalar = isinstance(x, np.generic)
    return {"array": a.ravel().tolist(), "dtype": a.dtype.str, "shape": a.shape, "scalar": scalar}
