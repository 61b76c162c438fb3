"""Pictures keep their room before they load."""

from types import SimpleNamespace

import pytest
from docutils import nodes

from sigmoids_book.site import images
from sigmoids_book.site.images import svg_size


@pytest.mark.parametrize(
    ("tag", "size"),
    [
        ('<svg width="9" height="12"/>', (9, 12)),
        ('<svg x="1" width="9px" height="12.6px">', (9, 13)),
        (
            '<?xml version="1.0"?><svg stroke-width="1" height="75pt" width="150.3pt">',
            (200, 100),
        ),
    ],
)
def test_the_size_of_a_picture_is_in_css_pixels(tag, size):
    assert svg_size(tag) == size


@pytest.mark.parametrize("tag", ["<svg>", '<svg width="9">', '<svg height="9"><g width="9"/>'])
def test_a_picture_without_size_is_refused(tag):
    with pytest.raises(ValueError, match="the <svg> has no width and height"):
        svg_size(tag)


def test_a_picture_that_is_no_svg_has_no_size(tmp_path):
    builder = SimpleNamespace(srcdir=tmp_path, imgpath="_images", images={"a/dot.png": "dot.png"})
    writer = SimpleNamespace(builder=builder, body=[])
    with pytest.raises(nodes.SkipNode):
        images.visit(writer, nodes.image(uri="a/dot.png", alt="A dot"))
    html = '<img src="_images/dot.png" alt="A dot" loading="lazy" decoding="async">'
    assert writer.body == [html]
