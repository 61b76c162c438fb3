"""In a notebook the cells of checks run apart from the learner's names.

Whoever calls a variable `sum`, `np` or `x` has done nothing wrong, but a check that computes with
these names would be. So a cell of checks sees the builtins, the names as the set's first cell left
them, those that earlier checks made, and of the learner's only what none of these has: the answers.
What a check makes, such as `rng` or `mistakes`, stays away from the learner.

`sigmoids.checks` installs this wherever a notebook imports it. Scoring, which runs the checks in
another process, keeps the names apart in a way of its own.
"""

import builtins
import sys
from typing import Any

# The comment that the cell begins with, and that shows of it while it is folded.
MARK = "# The check: run this cell"
SETUP = "from sigmoids import checks"  # stands in the set's first cell


def shell_here() -> Any:
    """IPython's shell where this runs in a notebook, else None. IPython is not loaded for it."""
    return getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()


def course_names(shell: Any) -> dict[str, Any]:
    """The names of the first cell, and of the checks; the shell keeps them beside the learner's."""
    return vars(shell).setdefault("sigmoids_course_names", {})


def install() -> None:
    """Watch the cells of the notebook that runs here, if one does."""
    shell = shell_here()
    if shell and divert not in shell.input_transformers_post:
        shell.input_transformers_post.append(divert)
        shell.events.register("post_run_cell", remember)


def divert(lines: list[str]) -> list[str]:
    """A cell of checks as a call that runs it apart; any other cell as it is."""
    if not lines or lines[0].strip() != MARK:
        return lines
    return [f"__import__({__name__!r}, fromlist=['run']).run({''.join(lines)!r})\n"]


def remember(result: Any) -> None:
    """Keep the names as the set's first cell leaves them, without the learner's own."""
    if result.success and SETUP in (result.info.raw_cell or ""):
        shell = shell_here()
        made = compile(shell.transform_cell(result.info.raw_cell), "<setup>", "exec").co_names
        kept = course_names(shell)
        kept.clear()
        kept.update({name: shell.user_ns[name] for name in made if name in shell.user_ns})


def run(source: str) -> None:
    """Run a cell of checks; what it makes is kept for those after it."""
    shell = shell_here()
    kept, theirs = course_names(shell), shell.user_ns
    names = {n: x for n, x in theirs.items() if not hasattr(builtins, n)} | kept
    before = dict(names)
    try:
        exec(compile(source, "<check>", "exec"), names)
    except NameError as error:
        line = (
            f"Not yet. `{error.name}` is not defined. Run the cell that defines it, then this one."
        )
        error._render_traceback_ = lambda: [line]  # what Jupyter shows in place of a traceback
        raise
    finally:
        made = {n: x for n, x in names.items() if n not in before or before[n] is not x}
        kept.update({n: x for n, x in made.items() if n != "__builtins__"})
