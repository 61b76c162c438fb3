"""The learner's side: runs cells, says what names stand for, and calls the learner's functions.

It runs alone in the sandbox, one process for each submission. Once the first cell has run, all of
it is the learner's to change: what it sends is data to be doubted. A request is a line of JSON, and
so is its reply, with the same number `n`.
"""

import builtins
import ctypes
import json
import os
import re
import resource
import select
import signal
import sys
import warnings

import numpy as np

TEXT = 300  # characters of an error that are sent
MAGIC = re.compile(r"^\s*[%!?]|=\s*[%!]|\?\s*$", re.MULTILINE)


def encode(x):
    """What a value is, in JSON: a plain number or word, an array, or only what kind of thing."""
    if x is None or x is ...:
        return {"is": "none" if x is None else "ellipsis"}
    if type(x) in (bool, float, str) or (type(x) is int and abs(x) < 2**63):
        return {"is": "plain", "value": x}
    family = type(x).__module__.split(".")[0]
    from sigmoids import answers

    if family == "sympy" and not hasattr(x, "__len__"):
        return {"is": "sympy", "type": type(x).__name__, "number": answers.real(x)}
    a = answers.seen(x)
    if isinstance(a, answers.Odd) and a.kind != "other":
        return {"is": "odd", **a._asdict()}
    if isinstance(a, answers.Odd) or a.dtype.kind not in "biufU":
        return {"is": "other", "type": type(x).__name__}
    if a.dtype.char == "g":  # long doubles have no counterpart in JSON
        a = a.astype(float)
    dtype = a.dtype.newbyteorder("<").str
    return {"is": "array", "dtype": dtype, "shape": a.shape, "values": a.ravel().tolist()}


def decode(x):
    """An argument: numbers and words as they are, lists, tuples and arrays inside an object."""
    if not isinstance(x, dict):
        return x
    if "array" in x:
        a = np.array(x["array"], dtype=x["dtype"]).reshape(x["shape"])
        return a[()] if x["scalar"] else a
    items = [decode(item) for item in x["items"]]
    return tuple(items) if x["tuple"] else items


def first_line(error):
    try:
        if isinstance(error, SyntaxError):
            return f"{error.msg} (line {error.lineno})"[:TEXT]
        return (str(error).splitlines() or [""])[0][:TEXT]
    except BaseException:
        return ""


class Shell:
    """What magics call: `plain_python` has turned them into plain calls."""

    def __init__(self, names):
        self.names = names

    def run_line_magic(self, magic, line, *_):
        if magic in ("time", "timeit"):
            exec(line, self.names)

    def run_cell_magic(self, magic, line, cell):
        if magic in ("time", "timeit", "capture"):
            exec(cell, self.names)

    def __getattr__(self, name):
        return lambda *_, **__: None


def plain_python(source):
    """A cell with IPython's magics as Python; as it is where it has none or cannot be read."""
    if not MAGIC.search(source):
        return source
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        return TransformerManager().transform_cell(source)
    except Exception:
        return source


def run(request, names):
    exec(compile(plain_python(request["source"]), "<cell>", "exec"), names)
    return {"is": "none"}


def describe(request, names):
    if request["name"] not in names:
        return {"is": "missing"}
    x = names[request["name"]]
    return {"is": "function"} if callable(x) else encode(x)


def call(request, names):
    from sigmoids import answers

    arguments, before = ([decode(a) for a in request["arguments"]] for _ in range(2))
    with np.errstate(**request["errstate"]), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        result = names[request["name"]](*arguments)
    for number, pair in enumerate(zip(arguments, before, strict=True)):
        if answers.changed(*pair):
            return {"is": "overwritten", "argument": number}
    return encode(result)


def values(request, names):
    from sigmoids import checks

    at = {symbol: decode(x) for symbol, x in request["at"].items()}
    return encode(checks.evaluate(request["name"], names[request["name"]], at))


TASKS = {"run": run, "describe": describe, "call": call, "values": values}


def serve(requests, replies):
    """Answer each request until there are no more."""
    names = {"__name__": "__main__", "__builtins__": builtins, "display": lambda *_, **__: None}
    shell = Shell(names)
    names["get_ipython"] = lambda: shell
    for line in requests:
        request = json.loads(line)
        try:
            reply = TASKS[request["do"]](request, names)
        except BaseException as error:
            reply = {"is": "error", "type": type(error).__name__, "text": first_line(error)}
        replies.write(json.dumps({"n": request["n"], **reply}).encode() + b"\n")
        replies.flush()


def limit(memory, cpu, file_size, open_files):
    """Of this process: bytes of address space, seconds, bytes of a file, files open at once."""
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_FSIZE, file_size),
        (resource.RLIMIT_NOFILE, open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def main(course, limits):
    """Speak through what are standard input and output now; cells have neither."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(null, standard)
    os.close(null)
    if course not in sys.path:
        sys.path.insert(0, course)
    limit(**limits)
    if sys.platform == "linux":  # without a sandbox nothing else would end it with who started it
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)
        gone = select.poll()
        gone.register(requests, 0)  # a hang-up alone
        if gone.poll(0):
            return
    serve(requests, replies)


if __name__ == "__main__":
    main(sys.argv[1], json.loads(sys.argv[2]))
