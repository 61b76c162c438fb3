"""The directive {quiz}: a question whose every wrong answer is a named misconception.

    :::{quiz} What is $\\sigma'(0)$?
    - ( ) $\\tfrac12$

      **The value, not the slope.** …
    - (x) $\\tfrac14$

      …
    :::

It becomes `<details>` elements, which work in print and without scripts; `site.js` adds a score.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from sigmoids_book.markdown import CHOICE

LETTERS = "ABCDEFGH"


class quiz_node(nodes.General, nodes.Element):
    """Attribute: `number`. Children: the question, then the choices."""


class choice_node(nodes.General, nodes.Element):
    """Attributes: `number` of its quiz, `letter`, `right`. Children: the answer, the reply."""


class QuizDirective(SphinxDirective):
    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self):
        number = self.env.new_serialno("quiz") + 1
        question, messages = self.state.inline_text(self.arguments[0], self.lineno)
        body = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, body)
        if len(body.children) != 1 or not isinstance(body[0], nodes.bullet_list):
            raise self.error("{quiz} takes one list of choices, each `- ( ) …` or `- (x) …`.")
        choices = [
            self.choice(item, number, letter)
            for item, letter in zip(body[0], LETTERS, strict=False)
        ]
        if not 2 <= len(body[0]) <= len(LETTERS) or sum(choice["right"] for choice in choices) != 1:
            raise self.error("{quiz} needs two to eight choices, exactly one marked (x).")
        heading = nodes.paragraph("", "", *question, classes=["quiz-question"])
        return [quiz_node("", heading, *choices, number=number), *messages]

    def choice(self, item: nodes.list_item, number: int, letter: str) -> choice_node:
        answer, *reply = item.children
        # The parser leaves empty texts before inline markup.
        first = next((child for child in answer if child.astext()), nodes.Text(""))
        mark = CHOICE.match(first.astext()) if isinstance(first, nodes.Text) else None
        if not mark:
            raise self.error(f"{{quiz}}: a choice must start with ( ) or (x): {item.astext()!r}")
        answer.replace(first, nodes.Text(first.astext()[mark.end() :]))
        right = mark["mark"] == "x"
        if not reply:
            raise self.error(f"{{quiz}}: the choice {answer.astext()!r} has no reply.")
        start = next((child for child in reply[0] if child.astext()), None)
        if not right and not isinstance(start, nodes.strong):
            raise self.error(
                f"{{quiz}}: the reply to the wrong choice {answer.astext()!r} must begin with "
                "the name of the misconception in bold: **Name.** …"
            )
        return choice_node("", answer, *reply, number=number, letter=letter, right=right)


def visit_quiz(self, node: quiz_node) -> None:
    self.body.append('<section class="quiz">\n')


def depart_quiz(self, node: quiz_node) -> None:
    self.body.append("</section>\n")


def visit_choice(self, node: choice_node) -> None:
    verdict = "right" if node["right"] else "wrong"
    self.body.append(f'<details name="quiz-{node["number"]}" class="{verdict}"><summary>')
    self.body.append(f'<span class="letter">{node["letter"]}</span>')
    for child in node[0]:
        child.walkabout(self)
    word = "Right." if node["right"] else "No:"
    self.body.append(f'</summary><div><p class="verdict">{word}</p>')
    for child in node[1:]:
        child.walkabout(self)
    self.body.append("</div></details>\n")
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    app.add_node(quiz_node, html=(visit_quiz, depart_quiz))
    app.add_node(choice_node, html=(visit_choice, None))
    app.add_directive("quiz", QuizDirective)
