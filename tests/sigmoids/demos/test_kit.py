"""What holds for every demo: parameters, still pictures, modules, mounting, themes."""

import gzip
import json

import pytest
import traitlets
from playwright.sync_api import expect

from sigmoids.demos import DEMOS, GrowthDemo, SlopeDemo, kit
from sigmoids_book.site import assets
from tests.support.pages import accessibility_violations


def test_parameters_are_read_set_and_shown():
    demo = SlopeDemo(k=2)
    demo.x0 = -1.5
    assert repr(demo) == "SlopeDemo(x=1, k=2, x0=-1.5, L=1)"
    assert demo.state()["parameters"] == {"x": 1.0, "k": 2.0, "x0": -1.5, "L": 1.0}


@pytest.mark.parametrize("value", [99, float("nan"), -1])
def test_a_parameter_out_of_range_is_refused_and_nothing_changes(value):
    demo = SlopeDemo()
    with pytest.raises(traitlets.TraitError, match=r"k \(steepness\) must be between 0.2 and 4"):
        demo.k = value
    assert demo.k == 1.0


def test_an_unknown_parameter_is_named():
    with pytest.raises(TypeError, match="SlopeDemo has no parameter q; it has x, k, x0, L"):
        SlopeDemo(q=1)
    with pytest.raises(ValueError, match="series must be one of yeast, belgium"):
        GrowthDemo("rabbits")


@pytest.mark.parametrize("stem", DEMOS)
def test_still_picture_is_the_same_on_every_run_and_follows_the_parameters(stem):
    demo = DEMOS[stem]()
    first = demo.still()
    assert first.startswith("<?xml") and first == DEMOS[stem]().still()
    name = next(n for n, c in demo.controls().items() if isinstance(c, kit.Control))
    setattr(demo, name, demo.control(name)["high"])
    assert demo.still() != first


@pytest.mark.parametrize("stem", DEMOS)
def test_every_control_can_be_reached_named_and_hit_at_320_pixels(mount, page, stem):
    page.set_viewport_size({"width": 320, "height": 640})
    demo = mount(stem)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    controls = demo.root.locator("input, select, button")
    assert controls.count() > 1
    for control in controls.all():
        box = control.bounding_box()
        assert box["height"] >= 24 and box["width"] >= 24, control
        assert control.evaluate("(c) => Boolean(c.ariaLabel || c.textContent.trim())")
    assert page.wrong == []


@pytest.mark.parametrize("width", [390, 780])
@pytest.mark.parametrize("stem", DEMOS)
def test_mounting_moves_nothing_on_the_page(mount, page, stem, width):
    page.set_viewport_size({"width": width, "height": 844})
    demo = mount(stem)
    live = demo.root.bounding_box()["height"]
    page.route("**/demos/*.js*", lambda route: route.abort())
    page.reload()
    still = page.locator("[data-demo]")
    expect(still.locator(".failed")).to_be_visible()
    assert still.bounding_box()["height"] == live


@pytest.mark.parametrize("stem", DEMOS)
def test_demo_follows_the_theme_and_axe_finds_nothing_wrong(mount, page, stem):
    seen = set()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        demo = mount(stem)
        seen.add(demo.root.evaluate("(d) => getComputedStyle(d).backgroundColor"))
        assert accessibility_violations(page) == []
    assert len(seen) == 2


@pytest.mark.parametrize("stem", DEMOS)
def test_script_is_at_most_9_kilobytes_gzipped_and_has_no_comments(stem):
    text = assets.files()[f"demos/{stem}.js"]
    assert len(gzip.compress(text)) <= 9_000
    assert b"/*" not in text and text.count(b"\n") == 1


def test_a_redraw_touches_only_what_differs(mount, page):
    demo = mount("slope")
    page.evaluate("""() => {
      window.changed = { picture: [], readout: [] };
      for (const name of ["picture", "readout"]) new MutationObserver((all) => {
        window.changed[name].push(...all.map((m) => m.attributeName ?? m.type));
      }).observe(document.querySelector(`.demo-${name}`), {
        attributes: true, childList: true, characterData: true, subtree: true });
    }""")
    demo.press("x", "ArrowRight")
    demo.settle()
    changed = page.evaluate("window.changed")
    assert 0 < len(changed["picture"]) < 20 and {"d", "cx"} <= set(changed["picture"])
    assert set(changed["readout"]) == {"characterData"}


def test_of_several_changes_within_a_frame_the_last_is_shown(mount, page):
    demo = mount("slope")
    page.evaluate("""() => {
      const slider = document.querySelector("input[type=range][name=x]");
      const slide = (x) => {
        slider.value = x;
        slider.dispatchEvent(new Event("input"));
      };
      return new Promise((done) => requestAnimationFrame(() => {
        for (const x of [2, 3]) slide(x);
        setTimeout(() => setTimeout(() => done(slide(-1)))); // once the first two are drawn
      }));
    }""")
    assert demo.number("f") == pytest.approx(0.2689, abs=1e-4)


HEIGHTS = """(box) => [box, box.firstChild].map((part) => part.getBoundingClientRect().height)
    .concat(parseFloat(getComputedStyle(box).minHeight))"""


@pytest.mark.parametrize("stem", DEMOS)
def test_the_read_out_has_room_for_the_most_it_has_said_and_no_more(mount, page, stem):
    page.set_viewport_size({"width": 320, "height": 640})
    demo = mount(stem)
    most = max(demo.root.locator(".demo-readout").evaluate(HEIGHTS))
    for name in DEMOS[stem].controls():
        for key in ("Home", "End"):
            demo.root.locator(f"[name={name}]:is([type=range], select)").press(key)
            page.wait_for_timeout(50)
            box, words, least = demo.root.locator(".demo-readout").evaluate(HEIGHTS)
            most = max(most, words, least)
            assert box == pytest.approx(most, abs=0.1)
    page.set_viewport_size({"width": 1000, "height": 640})
    page.wait_for_timeout(100)
    wide, words, least = demo.root.locator(".demo-readout").evaluate(HEIGHTS)
    assert wide == pytest.approx(max(words, least), abs=0.1)  # anew, since lines are longer
    assert page.wrong == []


def test_what_the_reader_changes_is_announced_and_a_resize_is_not(mount, page):
    demo = mount("slope")
    said = demo.root.locator("[aria-live]")
    page.set_viewport_size({"width": 700, "height": 640})
    page.wait_for_timeout(1000)
    assert said.text_content() == ""
    demo.enter(k=2.0)
    demo.settle()
    expect(said).to_have_text(demo.root.locator(".demo-readout").text_content())


LINK = "#demo-slope?k=2.5&x=-1"


@pytest.mark.parametrize(
    "arrived",
    [
        LINK,
        "#demo-slope%3Fk%3D2.5%26x%3D-1",
        "#demo-slope%3fk%3d2%2E5%26x=-1",
        "#demo-slope%253Fk%253D2.5%2526x%253D-1",  # encoded twice
        "#demo-slope?k=2.5&amp;x=-1",  # as it stands in HTML
        f"{LINK}#:~:text=steepness",
        f"{LINK}:~:text=steepness",
        f"{LINK}%23%3A~%3Atext=steepness",
        f"{LINK}&utm_source=letter&fbclid=IwAR0-x_y",
        f"{LINK}?utm_source=letter",
        "#demo-slope?utm_source=letter&k=2.5&x=-1#",
        f"?utm_source=letter&fbclid=1{LINK}",
    ],
)
def test_a_link_to_a_state_survives_what_happens_to_links_on_their_way(mount, page, arrived):
    demo = mount("slope", hash=arrived)
    assert (demo.value("k"), demo.value("x"), demo.value("L")) == (2.5, -1, 1)
    assert page.wrong == []


@pytest.mark.parametrize(
    "damaged",
    [
        "#demo-slope?k=two&x=&L=%20&x0=1e999",
        "#demo-slope?k=NaN&x=2;3&L=Infinity&x0=%E0%A4%A",
        "#demo-slope?%&%%3&=&?&k&__proto__=1&constructor=2&spec=3",
        "#demo-slope-2?k=2.5",
        "#demo-slop?k=2.5",
        "#demo-slope%",
        "#demo-slope",
        "#?k=2.5",
        "#",
    ],
)
def test_a_damaged_link_leaves_the_demo_as_it_is(mount, page, damaged):
    demo = mount("slope", hash=damaged)
    start = SlopeDemo()
    assert [demo.value(name) for name in start.parameters()] == list(start.parameters().values())
    assert not demo.root.locator("[aria-live]").inner_text()
    assert page.wrong == []
    page.evaluate(f"location.hash = '{LINK}'")  # a good one is still followed
    page.wait_for_function("document.querySelector('[type=range][name=k]').value === '2.5'")


@pytest.mark.parametrize("addition", ["", "?utm_source=letter", "&fbclid=1", "%3Fk%3D2", "#:~:x"])
def test_a_link_goes_to_its_place_whatever_is_added(mount, page, addition):
    mount("slope")
    page.evaluate("document.querySelector('h1').style.marginBottom = '3000px'")
    html = page.content()
    page.route("**/far", lambda route: route.fulfill(content_type="text/html", body=html))
    page.goto(page.url + f"far#demo-slope{addition}")
    page.wait_for_function("scrollY > 2000")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.5", 1.5),
        ("1,5", 1.5),
        (" 1.5 ", 1.5),
        ("\u22122", -2),
        ("\u22121,25", -1.25),
        ("-.5", -0.5),
        (",5", 0.5),
        ("2.", 2),
        ("+3", 3),
        ("1e-3", 1e-3),
        ("1,5E+2", 150),
        ("0,125", 0.125),
        ("1.234", 1.234),
        ("1\u202f234", 1234),
        ("10 000,5", 10000.5),
        # May be two numbers, or is none.
        *((text, None) for text in ("1,234", "-12,345", "1.000,5", "1,000.5", "1,5,5", "1 5")),
        *((text, None) for text in ("", " ", "abc", "2x", "1/2", "--2", "0x10", "NaN", "5-2")),
    ],
)
def test_a_number_is_read_in_the_readers_notation_or_not_at_all(javascript, typed, number):
    program = f"(await import({json.dumps((kit.FOLDER / 'kit.js').as_uri())})).parse"
    assert javascript("slope", f"({program})({json.dumps(typed)})") == number


FIELD = "input[type=text][name=k]"


@pytest.mark.parametrize(
    ("typed", "value", "word"),
    [
        ("1,5", 1.5, ""),
        ("1.5", 1.5, ""),
        ("99", 4, "steepness must be between 0.2 and 4; it is now 4"),
        ("\u22122", 0.2, "steepness must be between 0.2 and 4; it is now 0.2"),
        ("1.234567", 1.25, "steepness goes in steps of 0.05; it is now 1.25"),
        ("1,234", 3, "“1,234” could mean 1.234 or 1234; steepness stays 3"),
        ("1.000,5", 3, "“1.000,5” is not a number like 1.5 or 1,5; steepness stays 3"),
        ("", 3, "steepness needs a number; it stays 3"),
    ],
)
def test_what_is_typed_is_taken_or_a_word_beside_the_field_says_why_not(
    mount, page, typed, value, word
):
    demo = mount("slope", k=3)
    field = demo.root.locator(FIELD)
    field.fill(typed)
    field.press("Enter")
    shown = demo.root.locator(f".demo-control:has({FIELD}) em")
    expect(shown).to_have_text(word)
    assert demo.value("k") == value and float(field.input_value()) == value
    if word:
        expect(demo.root.locator("[aria-live]")).to_have_text(word)
        box, below = shown.bounding_box(), field.bounding_box()
        assert box["height"] > 15 and box["y"] >= below["y"] + below["height"] - 1
        assert accessibility_violations(page) == []
        demo.press("k", "ArrowLeft" if value > 1 else "ArrowRight")
        expect(shown).to_have_text("")  # no longer true


# What a translator does to a page: each text becomes a text in elements of its own.
TRANSLATE = """(all) => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  for (const text of found) {
    if (!text.data.trim() || text.parentElement.closest("script, style")) continue;
    if (!all && text.parentElement.closest("[translate=no], .notranslate")) continue;
    const outer = document.createElement("font"), inner = document.createElement("font");
    inner.append(text.data.replace(/[a-z]/gi, (letter) => letter.toUpperCase()));
    outer.append(inner);
    text.replaceWith(outer);
  }
}"""


@pytest.mark.parametrize("heeds", [True, False], ids=["heeds_marks", "heeds_none"])
@pytest.mark.parametrize("stem", DEMOS)
def test_live_text_goes_on_after_a_translator_has_wrapped_it(mount, page, stem, heeds):
    """Apart from the case of letters, it says what a page says that is not translated."""
    words = "(demo) => demo.querySelector('.demo-readout').innerText.toLowerCase()"
    labels = "(demo) => [...demo.querySelectorAll('svg text')].map((one) => one.textContent)"
    seen = []
    for translated in (False, True):
        demo = mount(stem)
        expect(demo.root.locator(".demo-readout")).not_to_contain_text("Loading")
        if translated:
            page.evaluate(TRANSLATE, not heeds)
        sliders = demo.root.locator("input[type=range]")
        for slider in sliders.all()[:3]:
            for key in ("End", "Home", "ArrowRight"):
                slider.press(key)
                demo.settle()
        seen.append([demo.root.evaluate(words), demo.root.evaluate(labels)])
    assert seen[1][0] == seen[0][0]
    if heeds:
        assert seen[1][1] == seen[0][1]
    else:
        assert [t.lower() for t in seen[1][1]] == [t.lower() for t in seen[0][1]]
    assert page.wrong == []
