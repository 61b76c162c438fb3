"""MNIST's files: what is read, what is refused, and downloads from servers that misbehave."""

import gzip
import http.server
import re
import threading

import numpy as np
import pytest

from sigmoids import mnist


def idx(values, kind=8):
    """Values as a file of the format IDX."""
    values = np.asarray(values, np.uint8)
    return (
        bytes([0, 0, kind, values.ndim]) + np.array(values.shape, ">u4").tobytes() + bytes(values)
    )


@pytest.fixture
def contents(monkeypatch):
    """A small MNIST: 60 and 10 digits, whose checksums are the published ones for the test."""
    drawn = np.random.default_rng(1)
    found = {}
    for name, file in mnist.FILES.items():
        shape = (file.shape[0] // 1000, *file.shape[1:])
        values = drawn.integers(0, 10, shape)
        content = idx(values)
        packed = gzip.compress(content, mtime=0)
        entry = mnist._File(shape, mnist._md5(content), mnist._md5(packed))
        monkeypatch.setitem(mnist.FILES, name, entry)
        found[name] = (values, content, packed)
    return found


@pytest.fixture
def folder(contents, tmp_path):
    """Two of its files packed, two not."""
    for i, (name, (_, content, packed)) in enumerate(contents.items()):
        if i % 2:
            (tmp_path / name).write_bytes(content)
        else:
            (tmp_path / f"{name}.gz").write_bytes(packed)
    return tmp_path


# Reading


@pytest.mark.parametrize("by", ["argument", "environment"])
def test_packed_or_not_the_files_are_read(folder, contents, by, monkeypatch):
    if by == "environment":
        monkeypatch.setenv("SIGMOIDS_MNIST", str(folder))
    found = mnist.load_mnist(folder if by == "argument" else None)
    for array, (values, *_) in zip(found, contents.values(), strict=True):
        assert array.dtype == np.uint8 and array.flags.writeable
        np.testing.assert_array_equal(array, values)
    assert found.test_images.shape == (10, 28, 28)


def test_the_whole_has_the_published_sizes():
    shapes = [file.shape for file in mnist.FILES.values()]
    assert shapes == [(60_000, 28, 28), (60_000,), (10_000, 28, 28), (10_000,)]
    sums = [md5 for file in mnist.FILES.values() for md5 in file[1:]]
    assert len(set(sums)) == 8 and all(re.fullmatch("[0-9a-f]{32}", md5) for md5 in sums)


def test_without_a_folder_it_says_how_to_name_one(monkeypatch):
    monkeypatch.delenv("SIGMOIDS_MNIST", raising=False)
    with pytest.raises(FileNotFoundError, match="set SIGMOIDS_MNIST"):
        mnist.load_mnist()


def test_a_missing_file_is_named_with_the_command_that_brings_it(folder):
    (folder / "train-labels-idx1-ubyte").unlink()
    with pytest.raises(FileNotFoundError, match=r"neither train-labels-idx1-ubyte .*--download"):
        mnist.load_mnist(folder)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda c: b"", "begins with nothing"),
        (lambda c: b"<html>", "begins with 3c 68 74 6d"),
        (lambda c: c[:2] + b"\x0d" + c[3:], "begins with 00 00 0d 01"),
        (lambda c: c[:-1], "holds 59 values, not 60"),
        (lambda c: c + b"\0", "holds 61 values, not 60"),
        (lambda c: idx(np.zeros(61)), r"its shape is \(61,\), not \(60,\)"),
        (lambda c: c[:-1] + b"\x0a", "a label of 10"),
    ],
)
def test_a_file_of_another_form_is_refused(folder, change, why):
    path = folder / "train-labels-idx1-ubyte"
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(ValueError, match=f"train-labels-idx1-ubyte is not MNIST's: it.*{why}"):
        mnist.load_mnist(folder)


@pytest.mark.parametrize("change", [lambda c: c[:-9], lambda c: b"no gzip", lambda c: c[:40] + c])
def test_a_packed_file_that_is_broken_is_refused(folder, change):
    path = folder / "train-images-idx3-ubyte.gz"
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(ValueError, match=r"cannot be unpacked .*Delete it and bring it anew"):
        mnist.load_mnist(folder)


def test_another_checksum_only_warns(folder, contents):
    path = folder / "train-labels-idx1-ubyte"
    content = bytearray(path.read_bytes())
    content[-1] = 9 - content[-1]
    path.write_bytes(bytes(content))
    with pytest.warns(UserWarning, match="train-labels-idx1-ubyte has the right form, but not"):
        found = mnist.load_mnist(folder)
    assert found.train_labels[-1] == content[-1]


# Downloading


class Server(http.server.BaseHTTPRequestHandler):
    """Serves `contents`; `asked` collects (file, range). Subclasses misbehave."""

    def log_message(self, *_):
        pass

    def do_GET(self):
        name = self.path.removeprefix("/mnist/")
        self.server.asked.append((name, self.headers.get("Range")))
        self.answer(self.server.contents[name.removesuffix(".gz")][2])

    def answer(self, packed):
        start = int((self.headers.get("Range") or "bytes=0-")[6:-1])
        if start >= len(packed):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(packed) - start))
        self.end_headers()
        self.send(packed[start:])

    def send(self, body):
        self.wfile.write(body)


class BreaksOff(Server):
    """Sends no more than 40 bytes an answer, whatever it announced."""

    def send(self, body):
        self.wfile.write(body[:40])


class Changes(Server):
    """Another byte in the middle."""

    def answer(self, packed):
        super().answer(packed[:40] + bytes([packed[40] ^ 1]) + packed[41:])


class IgnoresRange(Server):
    def answer(self, packed):
        del self.headers["Range"]
        super().answer(packed)


class Refuses(Server):
    def answer(self, packed):
        self.send_error(403)


class Silent(Server):
    def answer(self, packed):
        self.server.pause.wait(20)


@pytest.fixture
def serve(contents):
    servers = []

    def start(handler):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.contents, server.asked, server.pause = contents, [], threading.Event()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return server, f"http://127.0.0.1:{server.server_port}/mnist"

    yield start
    for server in servers:
        server.pause.set()
        server.shutdown()
        server.server_close()


def test_a_download_can_be_read_and_is_not_repeated(serve, contents, tmp_path):
    server, mirror = serve(Server)
    folder = tmp_path / "new" / "mnist"
    mnist.download_mnist(folder, mirror=mirror)
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{n}.gz" for n in contents)
    for array, (values, *_) in zip(mnist.load_mnist(folder), contents.values(), strict=True):
        np.testing.assert_array_equal(array, values)
    mnist.download_mnist(folder, mirror=mirror + "/")
    assert len(server.asked) == 4


def test_what_broke_off_goes_on_where_it_was(serve, contents, tmp_path):
    server, mirror = serve(BreaksOff)
    first = next(iter(contents))
    packed = contents[first][2]
    with pytest.raises(OSError, match=rf"{first}.gz broke off after 40 of {len(packed):,} bytes"):
        mnist.download_mnist(tmp_path, mirror=mirror)
    assert [path.name for path in tmp_path.iterdir()] == [f"{first}.gz.part"]
    with pytest.raises(OSError, match=r"after 80 of .* the same command goes on from there"):
        mnist.download_mnist(tmp_path, mirror=mirror)
    assert (tmp_path / f"{first}.gz.part").read_bytes() == packed[:80]
    server, mirror = serve(Server)
    mnist.download_mnist(tmp_path, mirror=mirror)
    assert server.asked[0] == (f"{first}.gz", "bytes=80-")
    assert [asked for _, asked in server.asked[1:]] == [None] * 3
    assert not list(tmp_path.glob("*.part"))
    mnist.load_mnist(tmp_path)


def test_a_server_that_ignores_the_range_sends_all_again(serve, contents, tmp_path):
    first = next(iter(contents))
    (tmp_path / f"{first}.gz.part").write_bytes(contents[first][2][:100])
    server, mirror = serve(IgnoresRange)
    mnist.download_mnist(tmp_path, mirror=mirror)
    assert server.asked[0] == (f"{first}.gz", "bytes=100-")
    mnist.load_mnist(tmp_path)


def test_a_part_that_was_complete_is_taken(serve, contents, tmp_path):
    first = next(iter(contents))
    (tmp_path / f"{first}.gz.part").write_bytes(contents[first][2])
    _, mirror = serve(Server)
    mnist.download_mnist(tmp_path, mirror=mirror)
    mnist.load_mnist(tmp_path)


@pytest.mark.parametrize("before", [b"", b"other bytes"])
def test_wrong_content_is_deleted_and_named(serve, contents, tmp_path, before):
    first = next(iter(contents))
    if before:
        (tmp_path / f"{first}.gz.part").write_bytes(before)
    _, mirror = serve(Server if before else Changes)
    with pytest.raises(OSError, match=rf"did not give {first}.gz as published: its MD5 .* deleted"):
        mnist.download_mnist(tmp_path, mirror=mirror)
    assert list(tmp_path.iterdir()) == []


def test_a_refusal_and_a_server_that_says_nothing_are_named(serve, tmp_path):
    _, mirror = serve(Refuses)
    with pytest.raises(OSError, match=r"could not be read: HTTP Error 403"):
        mnist.download_mnist(tmp_path, mirror=mirror)
    _, mirror = serve(Silent)
    with pytest.raises(OSError, match=r"could not be read: .*timed out"):
        mnist.download_mnist(tmp_path, mirror=mirror, timeout=0.2)
    with pytest.raises(OSError, match="could not be read"):
        mnist.download_mnist(tmp_path, mirror="http://127.0.0.1:9/mnist")
    assert list(tmp_path.iterdir()) == []


def test_the_connection_of_a_refusal_is_closed(serve, contents, tmp_path, monkeypatch):
    refusals = []

    def spy(*arguments, open=mnist.urllib.request.urlopen, **options):
        try:
            return open(*arguments, **options)
        except mnist.urllib.error.HTTPError as refusal:
            refusals.append(refusal)
            raise

    monkeypatch.setattr(mnist.urllib.request, "urlopen", spy)
    _, mirror = serve(Refuses)
    with pytest.raises(OSError, match="HTTP Error 403"):
        mnist.download_mnist(tmp_path, mirror=mirror)
    first = next(iter(contents))
    (tmp_path / f"{first}.gz.part").write_bytes(contents[first][2])
    _, mirror = serve(Server)
    mnist.download_mnist(tmp_path, mirror=mirror)
    assert [refusal.code for refusal in refusals] == [403, 416]
    assert all(refusal.fp.isclosed() for refusal in refusals)


def test_a_file_of_ones_own_is_not_overwritten(serve, contents, tmp_path):
    own = tmp_path / f"{next(iter(contents))}.gz"
    own.write_bytes(b"mine")
    server, mirror = serve(Server)
    with pytest.raises(OSError, match="is there already and is not the published file"):
        mnist.download_mnist(tmp_path, mirror=mirror)
    assert own.read_bytes() == b"mine" and server.asked == []
