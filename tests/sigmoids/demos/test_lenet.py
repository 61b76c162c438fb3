"""The lenet demo: its NumPy net against PyTorch, its JavaScript against that, and what is seen."""

import base64
import gzip
import json
import math
import subprocess
import sys

import numpy as np
import pytest
import traitlets
from playwright.sync_api import expect

from sigmoids import lenet
from sigmoids.datasets import load_digits, load_lenet_weights
from sigmoids.demos import LenetDemo, kit
from sigmoids.demos.lenet import OWN, USUAL
from sigmoids.models.lenet import CURVES, forward, prepare, samples, weights
from tests.support import ROOT
from tests.support.pages import accessibility_violations

LAYERS = ("input", "C1", "S2", "C3", "S4", "C5", "F6", "output")


def drawings():
    """Images of which some are neither centred nor of the size of MNIST's digits."""
    random = np.random.default_rng(2)
    dot, bar, full = (np.zeros((28, 28), np.uint8) for _ in range(3))
    dot[3, 20], bar[5:24, 2:4], full[:] = 200, 255, 255
    small = np.pad(samples()[3][::2, ::2], ((1, 13), (9, 5)))
    noise = random.integers(0, 256, (28, 28)).astype(np.uint8)
    return [*samples()[[0, 8, 10]], dot, bar, full, small, noise, 0 * dot]


# The numbers


@pytest.mark.parametrize("activation", CURVES)
def test_the_net_in_numpy_is_the_net_in_pytorch(activation):
    model = lenet.from_arrays(load_lenet_weights(activation), activation)
    for image in samples()[:10]:
        found = forward(weights(activation), activation, prepare(image))
        for name, expected in lenet.activations(model, image).items():
            assert found[name].shape == expected.shape
            np.testing.assert_allclose(found[name], expected, atol=1e-5 * abs(expected).max())


@pytest.mark.parametrize("activation", CURVES)
def test_all_layers_in_javascript_agree_with_numpy(javascript, tmp_path, activation):
    path = tmp_path / "net"
    path.write_bytes(LenetDemo.file(activation))
    images = json.dumps([image.ravel().tolist() for image in samples()])
    file = f"(await import('node:fs')).readFileSync({json.dumps(str(path))})"
    read = f"m.unpack(Uint8Array.from({file}))"
    run = f"m.forward(net, '{activation}', {{ ...s, input: m.prepare(image, shift) }})"
    lists = "Object.fromEntries(Object.entries(found).map(([k, v]) => [k, [...v]]))"
    program = (
        f"((net, s) => {images}.map((image, i) => {{ const shift = i % 4 - 1, found = {run}; "
        f"return [shift, {lists}, m.reading(found.output), [...net.samples[i]]]; }}))"
        f"({read}, m.rooms())"
    )
    for image, (shift, found, reading, sample) in zip(
        samples(), javascript("lenet", program), strict=True
    ):
        expected = forward(weights(activation), activation, prepare(image, shift))
        for name in LAYERS:
            layer = expected[name].ravel()
            np.testing.assert_allclose(found[name], layer, rtol=0, atol=1e-12 * abs(layer).max())
        order = np.argsort(expected["output"])
        assert [reading["best"], reading["next"]] == order[:2].tolist()
        odds = np.exp(expected["output"][order[0]] - expected["output"])
        assert reading["sure"] == pytest.approx(1 / odds.sum(), rel=1e-9)
        assert sample == image.ravel().tolist()


def test_a_drawing_becomes_the_same_input_in_both_languages(javascript):
    cases = [(image, shift) for image in drawings() for shift in (0, -8, 5)]
    given = json.dumps([[image.ravel().tolist(), shift] for image, shift in cases])
    every = javascript("lenet", f"{given}.map(([image, shift]) => [...m.prepare(image, shift)])")
    for (image, shift), found in zip(cases, every, strict=True):
        np.testing.assert_allclose(found, prepare(image, shift).ravel(), rtol=0, atol=2e-13)


def test_digits_of_mnist_reach_the_net_as_they_are():
    images = load_digits().images[:300]
    expected = lenet.prepare(images)[:, 0].numpy()
    np.testing.assert_allclose([prepare(image) for image in images], expected, atol=1e-6)


def test_a_drawing_is_scaled_to_20_pixels_and_centred_by_mass():
    for image in drawings()[:-1]:
        ink = prepare(image) + 0.1
        ink[ink < 1e-9] = 0
        rows, columns = (np.flatnonzero(ink.any(axis)) for axis in (1, 0))
        assert max(np.ptp(rows), np.ptp(columns)) + 1 == 20
        for axis in (0, 1):
            centre = np.arange(32) @ ink.sum(1 - axis) / ink.sum()
            assert abs(centre - 16) <= 0.5 + 1e-6
    bar = prepare(drawings()[4]) + 0.1
    assert bar.sum() == pytest.approx(1.275 * 19 * 2 * (20 / 19) ** 2)  # ink grows as the area
    assert np.abs(prepare(drawings()[-1]) + 0.1).max() == 0  # an empty field stays empty
    moved = prepare(samples()[3], 4)
    np.testing.assert_array_equal(moved[:, 4:], prepare(samples()[3])[:, :-4])


def test_a_stroke_has_the_ink_of_its_area_and_the_eraser_takes_it(javascript):
    ends = [((6, 6), (6, 6)), ((5, 14), (23, 14)), ((6.3, 21), (19, 5.5))]
    blank = "new Uint8Array(784)"
    for start, end in ends:
        way = f"{json.dumps(start)}, {json.dumps(end)}"
        drawn, erased = javascript(
            "lenet",
            f"((s) => [s, m.stroke(Uint8Array.from(s), {way}, true)].map((a) => [...a]))"
            f"(m.stroke({blank}, {way}))",
        )
        radius, length = 1.3, math.dist(start, end)
        area = 2 * radius * length + math.pi * radius**2
        assert sum(drawn) / 255 == pytest.approx(area, rel=0.1)
        assert max(drawn) == 255
        # What is full goes; where the pen left a share s and takes it again, min(s, 1 - s) stays.
        assert erased == [min(v, 255 - v) for v in drawn]


def least(activation):
    """The least distance to each bitmap that F6 can have: only tanh makes it negative."""
    below = 0 if activation != "tanh" else -1
    return ((lenet.bitmaps().numpy() - np.maximum(lenet.bitmaps().numpy(), below)) ** 2).sum(1)


@pytest.mark.parametrize("activation", CURVES)
def test_of_100_digits_95_come_as_near_as_is_said(activation):
    model = lenet.from_arrays(load_lenet_weights(activation), activation)
    distances = lenet.penalties(model, load_digits().images)
    beyond = distances.min(1) - least(activation)[distances.argmin(1)]
    assert USUAL[activation] == math.ceil(10 * np.quantile(beyond, 0.95)) / 10


# The Python twin


def test_python_sets_and_reads_the_drawing_and_its_answer():
    demo = LenetDemo()
    assert demo.answer == 3 and demo.distances.argmin() == 3
    assert repr(demo) == "LenetDemo(activation='tanh', digit='3', shift=0)"
    demo.image = load_digits().images[3]
    assert demo.digit == OWN
    np.testing.assert_array_equal(demo.image, load_digits().images[3])
    model = lenet.from_arrays(load_lenet_weights("tanh"), "tanh")
    expected = lenet.penalties(model, demo.image[None])[0]
    np.testing.assert_allclose(demo.distances, expected, rtol=1e-4, atol=1e-4)
    assert "drawing=<" in repr(demo)
    again = LenetDemo(**demo.parameters())
    np.testing.assert_array_equal(again.image, demo.image)
    demo.digit = "5"
    assert demo.parameters()["drawing"] == "" and demo.answer == 5
    demo.shift = 2.4
    assert demo.shift == 2


def test_python_needs_no_torch():
    code = "import sys; sys.modules['torch'] = None\nfrom sigmoids.demos import LenetDemo\n"
    code += "print(LenetDemo(activation='relu', digit='8').answer)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", cwd=ROOT
    )
    assert done.stdout == "8\n", done.stderr


def test_what_is_no_drawing_is_refused():
    demo = LenetDemo()
    for bad in (np.zeros((32, 32)), np.full((28, 28), 256), np.full((28, 28), np.nan)):
        with pytest.raises(ValueError, match=r"image must be \(28, 28\) numbers from 0 to 255"):
            demo.image = bad
    for bad in ("AAAA", "no base64"):
        with pytest.raises(traitlets.TraitError, match="784 bytes in base64"):
            demo.drawing = bad
    with pytest.raises(traitlets.TraitError, match="must be one of tanh, sigmoid, relu"):
        demo.activation = "step"
    assert demo.digit == "3" and demo.drawing == ""


def test_weights_go_to_jupyterlab_in_a_message_when_they_are_asked_for(monkeypatch):
    demo, sent = LenetDemo(), []
    monkeypatch.setattr(demo, "send", lambda content, buffers: sent.append((content, buffers)))
    for content in ({"file": "relu"}, {"file": "../secret"}, {}, "relu", {"file": ["relu"]}):
        demo._handle_custom_msg(content, [])
    assert sent == [({"file": "relu"}, [LenetDemo.file("relu")])]
    traits = {k: v for k, v in demo.get_state().items() if k not in ("_esm", "_css")}
    assert len(json.dumps(traits, default=str)) < 10_000  # so none of them holds weights


@pytest.mark.parametrize("activation", LenetDemo.files)
def test_weights_are_at_most_80_kilobytes_gzipped(activation):
    text = kit.data_script(f"lenet-{activation}", LenetDemo.file(activation))
    assert len(gzip.compress(text.encode())) <= 80_000


def test_what_the_demos_page_asks_has_these_answers():
    """The 3 may move by 5 pixels. The empty field is far for tanh alone; every softmax is sure."""
    demo = LenetDemo()
    for shift, answer in ((0, 3), (5, 3), (6, 7)):
        demo.shift = shift
        assert demo.answer == answer
    for activation, far in {"tanh": True, "sigmoid": False, "relu": False}.items():
        demo = LenetDemo(activation=activation, digit=OWN)
        distances = demo.distances
        beyond = distances[demo.answer] - least(activation)[demo.answer]
        assert (beyond > USUAL[activation]) == far
        assert np.exp(distances[demo.answer] - distances).sum() < 1.001
        mixed = LenetDemo(activation=activation, digit="mixed")
        assert mixed.distances.min() - least(activation)[mixed.answer] > USUAL[activation]


# The page


def assert_shows(demo, twin):
    """Controls and read-out are those of the Python demo `twin`."""
    assert [demo.value(name) for name in ("activation", "digit", "shift")] == [
        *(twin.activation, twin.digit, twin.shift)
    ]
    expect(demo.root.locator("[data-name=verdict]")).to_be_visible()
    distances = twin.distances
    order = np.argsort(distances)
    far = distances[order[0]] - least(twin.activation)[order[0]] > USUAL[twin.activation]
    assert demo.text("verdict") == ("Doubtful" if far else "Read as")
    assert [demo.number("best"), demo.number("next")] == order[:2].tolist()
    for name, value in zip(("distance", "second"), distances[order[:2]], strict=True):
        assert abs(demo.number(name) - value) <= (0.051 if value < 9.95 else 0.51), name


def test_numbers_follow_choices_fields_keys_and_reset(mount, page):
    demo, twin = mount("lenet"), LenetDemo()
    assert_shows(demo, twin)
    for activation in ("sigmoid", "relu", "tanh"):
        demo.enter(activation=activation, digit="7")
        twin.activation, twin.digit = activation, "7"
        assert_shows(demo, twin)
    demo.enter(shift=-4.0)
    demo.press("shift", "ArrowLeft", times=2)
    twin.shift = -6
    assert_shows(demo, twin)
    demo.enter(digit="mixed")
    twin.digit = "mixed"
    assert_shows(demo, twin)
    said = demo.root.locator("[aria-live]").first
    expect(said).to_contain_text("nearest is")
    demo.click("Reset")
    assert_shows(demo, LenetDemo())
    assert page.wrong == []


def place(demo, column, row):
    """A place in the field, as fractions of the picture."""
    field, picture = (
        demo.root.locator(name).bounding_box() for name in (".demo-field", ".demo-picture")
    )
    x = field["x"] - picture["x"] + column * field["width"] / 28
    y = field["y"] - picture["y"] + row * field["height"] / 28
    return x / picture["width"], y / picture["height"]


def drawn(javascript, *strokes, start=None):
    """The image that strokes ((x, y), (x, y)) make; those of the eraser have a third part, True."""
    image = "new Uint8Array(784)"
    if start is not None:
        image = f"Uint8Array.from({start.ravel().tolist()})"
    for ends in strokes:
        image = f"m.stroke({image}, {json.dumps(ends)[1:-1]})"
    return np.array(javascript("lenet", f"[...{image}]"), np.uint8).reshape(28, 28)


SEVEN = [((7, 6), (20, 6)), ((20, 6), (12, 23))]


@pytest.mark.parametrize("move", ["drag", "swipe"])
def test_a_digit_is_drawn_by_mouse_and_finger_and_the_page_stays(mount, page, javascript, move):
    demo = mount("lenet")
    demo.click("Clear")
    twin = LenetDemo(digit=OWN)
    assert_shows(demo, twin)
    before = page.evaluate("scrollY")
    for start, end in SEVEN:
        getattr(demo, move)(place(demo, *start), place(demo, *end))
    twin.image = drawn(javascript, *SEVEN)
    assert twin.answer == 7
    assert_shows(demo, twin)
    assert page.evaluate("scrollY") == before
    demo.click("Eraser")
    eraser = demo.root.get_by_role("button", name="Eraser")
    expect(eraser).to_have_attribute("aria-pressed", "true")
    page.mouse.move(0, 0)
    assert accessibility_violations(page) == []
    getattr(demo, move)(place(demo, 6, 6), place(demo, 16, 6))
    twin.image = drawn(javascript, ((6, 6), (16, 6), True), start=twin.image)
    assert_shows(demo, twin)
    demo.click("Reset")
    expect(eraser).to_have_attribute("aria-pressed", "false")
    assert_shows(demo, LenetDemo())
    assert page.wrong == []


def test_a_stroke_adds_to_a_sample(mount, javascript):
    demo, twin = mount("lenet"), LenetDemo()
    demo.drag(place(demo, 10, 9), place(demo, 9, 19))
    twin.image = drawn(javascript, ((10, 9), (9, 19)), start=twin.image)
    assert_shows(demo, twin)


def test_keys_draw_a_digit_and_say_where_the_pen_is(mount, page, javascript):
    demo, twin = mount("lenet", digit=OWN), LenetDemo(digit=OWN)
    field = demo.root.locator(".demo-field")
    field.focus()
    for key, times in {"ArrowUp": 8, "Shift+ArrowDown": 16, "ArrowLeft": 2}.items():
        for _ in range(times):
            page.keyboard.press(key)
    page.keyboard.press("Space")
    said = demo.root.locator("[aria-live]").last
    expect(said).to_have_text("column 13, row 23, ink")
    twin.image = drawn(javascript, ((14.5, 6.5), (14.5, 22.5)), ((12.5, 22.5), (12.5, 22.5)))
    assert twin.answer == 1
    assert_shows(demo, twin)
    assert demo.root.locator(".demo-field i").is_visible()
    assert page.wrong == []


def test_a_drawing_set_in_python_is_what_the_page_shows(mount):
    digits = load_digits()
    image = digits.images[np.flatnonzero(digits.labels == 2)[5]]
    twin = LenetDemo(image=image, shift=1)
    assert_shows(mount("lenet", **twin.parameters()), twin)


def test_weights_load_on_first_use_and_when_they_do_not_the_page_goes_on(mount, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url.split("/")[-1].split("?")[0]))
    mount("slope")
    assert not any("lenet" in name for name in asked)
    demo, twin = mount("lenet"), LenetDemo()
    assert_shows(demo, twin)
    assert [name for name in asked if "lenet" in name] == ["lenet.js", "lenet-tanh.js"]
    page.route("**/lenet-relu.js*", lambda route: route.abort())
    demo.enter(activation="relu")
    expect(demo.root.locator(".failed")).to_contain_text("did not load, so it cannot read")
    demo.enter(digit="6")
    demo.drag(place(demo, 5, 5), place(demo, 9, 9))  # drawing goes on
    assert demo.value("digit") == OWN
    demo.enter(activation="sigmoid", digit="6")
    twin.activation, twin.digit = "sigmoid", "6"
    assert_shows(demo, twin)
    page.unroute("**/lenet-relu.js*")
    demo.enter(activation="relu")
    twin.activation = "relu"
    assert_shows(demo, twin)


def test_nothing_of_it_is_loaded_before_it_comes_near(mount, page):
    demo, asked = mount("lenet"), []
    far = '<h1 style="margin-bottom:5000px">Demo</h1>'

    def push_down(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<h1>Demo</h1>", far))

    page.route("**/", push_down)
    address = page.url
    page.goto("about:blank")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert page.locator("h1").bounding_box() and not any("lenet" in url for url in asked)
    demo.root.scroll_into_view_if_needed()
    expect(demo.root.locator("[data-name=verdict]")).to_have_text("Read as")
    assert sum("lenet" in url for url in asked) == 2


def test_file_is_in_the_order_that_javascript_reads():
    """The first scale of C1, and the last sample, where the layout says they are."""
    data = LenetDemo.file("tanh")
    assert len(data) == 4 * 496 + 150 + 2400 + 48000 + 10080 + 840 + 11 * 784
    np.testing.assert_array_equal(
        np.frombuffer(data[-784:], np.uint8).reshape(28, 28), samples()[10]
    )
    text = kit.data_script("lenet-tanh", data)
    assert base64.b64decode(text.split('"')[3]) == data
