"""What kinds of output a notebook stores, as its file names them."""

DEMO = "application/vnd.sigmoids.demo+json"
WIDGET = "application/vnd.jupyter.widget-view+json"
SVG = "image/svg+xml"
BITMAPS = frozenset({"image/png", "image/jpeg"})
TEXT = "text/plain"
