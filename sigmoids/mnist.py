"""The whole of MNIST, 60,000 digits to learn and 10,000 to be tested on: read it, or fetch it.

It is not part of the course's files. It lies in a folder of your own, four files as they were
published, packed (.gz) or not: `load_mnist(folder)` reads them, `download_mnist(folder)` brings
them. LeCun, Cortes and Burges 1998, from databases of the National Institute of Standards and
Technology.
"""

import gzip
import hashlib
import os
import urllib.error
import urllib.request
import warnings
import zlib
from http.client import HTTPException
from pathlib import Path
from typing import NamedTuple

import numpy as np

# The mirror that PyTorch's torchvision uses; the page where the files were published is closed.
MIRROR = "https://ossci-datasets.s3.amazonaws.com/mnist/"


class _File(NamedTuple):
    shape: tuple[int, ...]
    unpacked: str  # MD5 of the file without .gz
    packed: str  # MD5 of the file with .gz, as torchvision lists it


FILES = {
    "train-images-idx3-ubyte": _File(
        (60_000, 28, 28), "6bbc9ace898e44ae57da46a324031adb", "f68b3c2dcbeaaa9fbdd348bbdeb94873"
    ),
    "train-labels-idx1-ubyte": _File(
        (60_000,), "a25bea736e30d166cdddb491f175f624", "d53e105ee54ea40749a09fcbcd1e9432"
    ),
    "t10k-images-idx3-ubyte": _File(
        (10_000, 28, 28), "2646ac647ad5339dbf082846283269ea", "9fb629c4189551a2d022fa330f9573f3"
    ),
    "t10k-labels-idx1-ubyte": _File(
        (10_000,), "27ae3e4e09519cfbb04c329615203637", "ec29112dd5afa0611ce80d1b7f02629c"
    ),
}


class Mnist(NamedTuple):
    """Images are (n, 28, 28) uint8, 0 paper to 255 ink; labels (n,) uint8. n: 60,000, 10,000."""

    train_images: np.ndarray
    train_labels: np.ndarray
    test_images: np.ndarray
    test_labels: np.ndarray


def load_mnist(folder: str | os.PathLike | None = None) -> Mnist:
    """Read the four files in `folder`, or in that which the variable SIGMOIDS_MNIST names.

    Raises FileNotFoundError if a file is missing and ValueError if one is not what it should be in
    format, size, number or range. A file that is right in these, but not byte for byte the
    published one, is read with a warning.
    """
    folder = folder or os.environ.get("SIGMOIDS_MNIST")
    if not folder:
        raise FileNotFoundError(
            "no folder with MNIST is given. Name it, or set SIGMOIDS_MNIST, or bring the files by "
            "sigmoids.mnist.download_mnist(folder)."
        )
    return Mnist(*(_read(Path(folder), name) for name in FILES))


def _read(folder: Path, name: str) -> np.ndarray:
    found = [path for path in (folder / name, folder / f"{name}.gz") if path.is_file()]
    if not found:
        raise FileNotFoundError(
            f"{folder} holds neither {name} nor {name}.gz. "
            f"Bring it: python -m sigmoids.lenet --data {folder} --download"
        )
    path, shape = found[0], FILES[name].shape
    content = path.read_bytes()
    if path.suffix == ".gz":
        try:
            content = gzip.decompress(content)
        except (OSError, EOFError, zlib.error) as problem:
            raise ValueError(_bad(path, f"it cannot be unpacked ({problem})")) from None
    # IDX: two zero bytes, the type (8 for bytes), the number of dimensions, these, the values.
    start = 4 + 4 * len(shape)
    if content[:4] != bytes([0, 0, 8, len(shape)]):
        raise ValueError(_bad(path, f"it begins with {content[:4].hex(' ') or 'nothing'}"))
    told = tuple(int(n) for n in np.frombuffer(content[4:start], ">u4"))
    if told != shape:
        raise ValueError(_bad(path, f"it says that its shape is {told}, not {shape}"))
    size = int(np.prod(shape))
    if len(content) - start != size:
        raise ValueError(_bad(path, f"it holds {len(content) - start:,} values, not {size:,}"))
    values = np.frombuffer(content, np.uint8, offset=start).reshape(shape).copy()
    if len(shape) == 1 and values.max() > 9:
        raise ValueError(_bad(path, f"it has a label of {values.max()}"))
    if _md5(content) != FILES[name].unpacked:
        warnings.warn(
            f"{path} has the right form, but not the published checksum: results may differ.",
            stacklevel=3,
        )
    return values


def _bad(path: Path, why: str) -> str:
    return f"{path} is not MNIST's: {why}. Delete it and bring it anew with --download."


def _md5(content: bytes) -> str:
    return hashlib.md5(content, usedforsecurity=False).hexdigest()


# Over the network


def download_mnist(folder: str | os.PathLike, *, mirror: str = MIRROR, timeout: float = 30) -> None:
    """Bring the four packed files, 11.6 MB, into `folder`; those that are there are left.

    What has arrived lies in `<file>.part` until the whole has the published checksum, so a call
    after an interruption goes on where it was, and a file with its final name is complete. Raises
    OSError, which says what to do, if the connection fails or breaks off, or the content is wrong.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, file in FILES.items():
        path = folder / f"{name}.gz"
        if not path.exists():
            _download(mirror.rstrip("/") + f"/{name}.gz", path, file.packed, timeout)
        elif _md5(path.read_bytes()) != file.packed:
            raise OSError(
                f"{path} is there already and is not the published file. "
                "Delete it, or choose another folder."
            )


def _download(address: str, path: Path, md5: str, timeout: float) -> None:
    part = path.with_name(path.name + ".part")
    arrived = part.stat().st_size if part.exists() else 0
    try:
        total = _receive(address, part, arrived, timeout)
    except (OSError, HTTPException) as problem:
        if isinstance(problem, urllib.error.HTTPError):
            problem.close()  # the server's refusal is a response, and holds its connection
        if getattr(problem, "code", None) == 416:
            total = arrived  # nothing is left to send
        else:
            raise OSError(
                f"{address} could not be read: {problem}. What has arrived is kept in {part}; "
                "the same command goes on from there."
            ) from None
    arrived = part.stat().st_size
    if total is not None and arrived < total:
        raise OSError(
            f"{address} broke off after {arrived:,} of {total:,} bytes. They are kept in {part}; "
            "the same command goes on from there."
        )
    found = _md5(part.read_bytes())
    if found != md5:
        part.unlink()
        raise OSError(
            f"{address} did not give {path.name} as published: its MD5 is {found}, not {md5}. "
            "What arrived was deleted. Try again, or name another mirror."
        )
    part.replace(path)


def _receive(address: str, part: Path, arrived: int, timeout: float) -> int | None:
    """Append to `part` what is missing. Returns the size of the whole, if the server tells."""
    from tqdm import tqdm  # here, since those who only read need none

    ranges = {"Range": f"bytes={arrived}-"} if arrived else {}
    with urllib.request.urlopen(
        urllib.request.Request(address, headers=ranges), timeout=timeout
    ) as response:
        if response.status != 206:
            arrived = 0  # the server sends all of it again
        length = response.headers.get("Content-Length")
        total = arrived + int(length) if length else None
        with (
            part.open("ab" if arrived else "wb") as file,
            tqdm(total=total, initial=arrived, desc=part.stem, unit="B", unit_scale=True) as bar,
        ):
            while block := response.read(65536):
                file.write(block)
                bar.update(len(block))
    return total
