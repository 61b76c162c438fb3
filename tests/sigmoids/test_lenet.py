"""LeNet-5: its counts, each layer against plain NumPy, its loss, its training."""

import csv
import itertools
import json
import re
import socket
import warnings

import numpy as np
import pytest
import torch

from sigmoids import lenet
from sigmoids.datasets import dequantise, load_digits
from sigmoids.lenet import __main__ as command
from sigmoids.lenet import training
from sigmoids.mnist import Mnist
from sigmoids.models.lenet import DRAWINGS

# Section II-B: trainable parameters and connections.
PUBLISHED = {
    "C1": (6, (28, 28), 156, 122_304),
    "S2": (6, (14, 14), 12, 5_880),
    "C3": (16, (10, 10), 1_516, 151_600),
    "S4": (16, (5, 5), 32, 2_000),
    "C5": (120, (), 48_120, 48_120),
    "F6": (84, (), 10_164, 10_164),
    "output": (10, (), 0, 840),
}


@pytest.fixture(scope="module")
def digits():
    return load_digits()


@pytest.fixture(params=sorted(lenet.SQUASH))
def model(request):
    """A net of each kind, with biases and coefficients that are all different."""
    net, generator = lenet.LeNet5(request.param, seed=5), torch.Generator().manual_seed(6)
    with torch.no_grad():
        for name, p in net.named_parameters():
            if p.ndim == 1:
                p += 0.2 * torch.rand(p.shape, generator=generator)
            elif "C1" not in name:
                p *= 3  # the published start leaves F6 near 0
    return net


# The counts


def test_the_counts_are_the_published_ones():
    rows = lenet.layer_table(lenet.LeNet5())
    assert {row.layer: row[1:] for row in rows} == PUBLISHED
    assert sum(row.trainable for row in rows) == 60_000
    assert sum(row.connections for row in rows) == 340_908
    assert sum(p.numel() for p in lenet.LeNet5().parameters() if p.requires_grad) == 60_000


@pytest.mark.parametrize("name", ["S2", "C3", "S4"])
def test_connections_are_the_inputs_that_move_a_unit_and_its_bias(name):
    """Counted another way: a unit's inputs that have a derivative."""
    torch.manual_seed(0)
    layer = getattr(lenet.LeNet5(seed=3), name)
    x = torch.randn(lenet.INPUT_SHAPES[name])
    jacobian = torch.autograd.functional.jacobian(lambda x: layer(x[None])[0], x)
    units = jacobian[..., 0, 0, 0].numel()
    assert int((jacobian != 0).sum()) + units == PUBLISHED[name][3]


def test_c3_sees_the_maps_of_table_i():
    seen = lenet.C3_INPUTS
    assert len(set(seen)) == 16 and sum(map(len, seen)) == 60
    ring = [tuple(sorted((i + k) % 6 for k in range(n))) for n in (3, 4) for i in range(6)]
    assert set(seen[:6]) == set(ring[:6]) and set(seen[6:12]) == set(ring[6:])
    assert all(len(maps) == 4 and maps not in ring for maps in seen[12:15])
    assert seen[15] == (0, 1, 2, 3, 4, 5)
    # Each map of S2 is a row of crosses in the table; the paper's rows have ten each.
    assert [sum(k in maps for maps in seen) for k in range(6)] == [10] * 6


def test_where_c3_has_no_connection_nothing_is_learnt(digits):
    images, labels = digits.images[:64], digits.labels[:64]
    settings = lenet.Settings(epochs=1)
    trained = lenet.train(settings, images, labels).model
    weights = trained.C3.weights().detach().numpy()
    for i, k in itertools.product(range(16), range(6)):
        assert np.all((weights[i, k] != 0) == (k in lenet.C3_INPUTS[i])), (i, k)


# The layers against plain NumPy


def squashed(name, a):
    if name == "tanh":
        return 1.7159 * np.tanh(2 * a / 3)
    return 1 / (1 + np.exp(-a)) if name == "sigmoid" else np.maximum(a, 0)


def convolved(maps, weights, biases, inputs):
    """(k, h, h) maps to (n, h - 4, h - 4) maps, each from its own `inputs`; in loops."""
    side = maps.shape[1] - 4
    result = np.zeros((len(inputs), side, side))
    for i, y, x in itertools.product(range(len(inputs)), range(side), range(side)):
        window = maps[list(inputs[i]), y : y + 5, x : x + 5]
        result[i, y, x] = np.sum(window * weights[i, list(inputs[i])]) + biases[i]
    return result


def subsampled(maps, coefficients, biases):
    n, side = maps.shape[0], maps.shape[1] // 2
    result = np.zeros((n, side, side))
    for i, y, x in itertools.product(range(n), range(side), range(side)):
        four = maps[i, 2 * y, 2 * x] + maps[i, 2 * y, 2 * x + 1]
        four += maps[i, 2 * y + 1, 2 * x] + maps[i, 2 * y + 1, 2 * x + 1]
        result[i, y, x] = coefficients[i] * four + biases[i]
    return result


def test_every_layer_is_what_loops_compute(model, digits):
    image = digits.images[7]
    found, a, name = lenet.activations(model, image), lenet.arrays(model), model.activation
    x = np.full((32, 32), -0.1)
    x[2:30, 2:30] = image / 255 * 1.275 - 0.1
    expected = {"input": x}
    every = tuple(range(16))
    x = squashed(name, convolved(x[None], a["C1.weights"], a["C1.biases"], [(0,)] * 6))
    expected["C1"] = x
    expected["S2"] = x = squashed(name, subsampled(x, a["S2.coefficients"], a["S2.biases"]))
    x = squashed(name, convolved(x, a["C3.weights"], a["C3.biases"], lenet.C3_INPUTS))
    expected["C3"] = x
    expected["S4"] = x = squashed(name, subsampled(x, a["S4.coefficients"], a["S4.biases"]))
    x = squashed(name, convolved(x, a["C5.weights"], a["C5.biases"], [every] * 120))
    expected["C5"] = x = x[:, 0, 0]
    expected["F6"] = x = squashed(name, a["F6.weights"] @ x + a["F6.biases"])
    ink = "".join(DRAWINGS.split())
    assert np.sum(np.where(np.array(list(ink)) == "#", 1, -1)) == lenet.bitmaps().sum()
    expected["output"] = [np.sum((x - bitmap) ** 2) for bitmap in lenet.bitmaps().numpy()]
    assert list(found) == list(expected)
    for layer, state in found.items():
        assert state.dtype == np.float32
        np.testing.assert_allclose(state, expected[layer], atol=1e-5, rtol=1e-5, err_msg=layer)
    assert np.ptp(found["F6"]) > 0.1  # the states differ, so that a mistake shows


def test_the_squashing_function_goes_through_one_and_bends_most_there():
    """Appendix A: f(1) = 1, f(-1) = -1; the second derivative is largest near there."""
    a = torch.linspace(-3, 3, 60_001, dtype=torch.float64)
    f = lenet.scaled_tanh(a)
    np.testing.assert_allclose(lenet.scaled_tanh(torch.tensor([-1.0, 1.0])), [-1, 1], atol=3e-5)
    second = np.gradient(np.gradient(f.numpy(), a.numpy()), a.numpy())
    assert abs(a[np.abs(second).argmax()].item()) == pytest.approx(1, abs=0.02)


def test_the_drawings_are_ten_different_pictures_of_seven_by_twelve():
    drawn = lenet.bitmaps()
    assert drawn.shape == (10, 84) and set(drawn.flatten().tolist()) == {-1.0, 1.0}
    rows = drawn.reshape(10, 12, 7)
    assert torch.all(rows[:, [0, 11]] == -1)
    one, seven = ("".join(" #"[int(v > 0)] for v in rows[d].flatten()) for d in (1, 7))
    assert one[70:77] == " ######" and seven[7:14] == "#######"
    differ = (drawn[:, None] != drawn).sum(2) + 84 * torch.eye(10)
    assert differ.min() >= 13


# The start


def test_the_start_is_uniform_in_the_published_range():
    for name, p in lenet.LeNet5(seed=2).named_parameters():
        layer, kind = name.split(".")
        fan_in = {"C1": 25, "S2": 4, "S4": 4, "C5": 400, "F6": 120}.get(layer)
        if kind == "biases":
            assert torch.all(p == 0)
            continue
        if layer == "C3":
            fan_in = torch.tensor([25 * n for n in map(len, lenet.C3_INPUTS) for _ in range(n)])
            p = p * fan_in[:, None, None]
            fan_in = 1
        bound = 2.4 / fan_in
        assert p.abs().max() <= bound
        if p.numel() > 100:
            assert p.abs().max() > 0.95 * bound
            assert p.var().item() == pytest.approx(bound**2 / 3, rel=0.2)


@pytest.mark.parametrize("activation", ["sigmoid", "relu"])
def test_the_other_starts_keep_the_spread_of_the_weighted_sums(activation, digits):
    """They neither vanish nor grow on the way to F6; with the published start, σ's would vanish."""
    net = lenet.LeNet5(activation, seed=4)
    with torch.no_grad():
        states = net.states(lenet.prepare(digits.images[:200]))
    spread = {name: state.std(0).mean().item() for name, state in states.items()}
    assert 0.3 < spread["F6"] / spread["S4"] < 3
    assert all(spread[name] > 0.02 for name in spread)


def test_the_sigmoid_net_starts_at_the_middle_of_its_range():
    net = lenet.LeNet5("sigmoid", seed=4)
    for name, shape in list(lenet.INPUT_SHAPES.items())[1:]:
        assert getattr(net, name)(torch.full((1, *shape), 0.5)).abs().max() < 1e-5
    assert torch.all(net.C1.biases == 0)  # its inputs, the pixels, are near 0 on the mean


def test_an_unknown_activation_is_refused_by_the_known_ones():
    with pytest.raises(ValueError, match=r"one of tanh, sigmoid, relu; got 'gelu'"):
        lenet.LeNet5("gelu")


@pytest.mark.parametrize("shape", [(3, 32, 32), (784,), (1, 1, 28, 28)])
def test_images_of_another_shape_are_refused(shape):
    with pytest.raises(ValueError, match=r"\(n, 28, 28\); got"):
        lenet.prepare(np.zeros(shape, np.uint8))


# The loss


def test_the_loss_is_equation_9():
    generator = torch.Generator().manual_seed(9)
    y = 30 * torch.rand(6, 10, generator=generator, dtype=torch.float64)
    labels, j = torch.tensor([0, 9, 4, 4, 1, 2]), 2.5
    terms = [
        row[d] + np.log(np.exp(-j) + sum(np.exp(-row[i]) for i in range(10)))
        for row, d in zip(y.numpy(), labels.tolist(), strict=True)
    ]
    assert lenet.map_loss(y, labels, j).item() == pytest.approx(np.mean(terms), rel=1e-12)
    assert all(term > 0 for term in terms)
    share = torch.softmax(lenet.scores(y, j), 1)[:, 10]
    rubbish = np.exp(-j) / (np.exp(-j) + np.exp(-y.numpy()).sum(1))
    np.testing.assert_allclose(share, rubbish, rtol=1e-12)


def test_the_loss_has_the_gradient_of_its_differences_and_leaves_far_penalties_alone():
    generator = torch.Generator().manual_seed(9)
    y = (4 * torch.rand(3, 10, generator=generator, dtype=torch.float64)).requires_grad_()
    labels = torch.tensor([3, 0, 8])
    assert torch.autograd.gradcheck(lambda y: lenet.map_loss(y, labels, 2.0), y)
    y = torch.full((1, 10), 50.0, requires_grad=True)
    lenet.map_loss(y, torch.tensor([3]), 1.0).backward()
    assert y.grad[0, 3].item() == 1 and y.grad[0, :3].abs().max() < 1e-20


def test_the_whole_net_has_the_gradient_of_its_differences(model):
    model = model.double()
    model.output.double()
    x = torch.randn(2, 1, 32, 32, dtype=torch.float64, generator=torch.Generator().manual_seed(1))
    labels = torch.tensor([3, 5])

    def loss():
        return lenet.map_loss(model(x), labels, 60.0)

    model.zero_grad()
    loss().backward()
    for name, p in model.named_parameters():
        i = p.grad.abs().argmax()
        flat, step = p.data.view(-1), 1e-6
        flat[i] += step
        above = loss().item()
        flat[i] -= 2 * step
        slope = (above - loss().item()) / (2 * step)
        flat[i] += step
        assert slope == pytest.approx(p.grad.view(-1)[i].item(), rel=1e-4), name


# The distortions


def spot(row, column):
    """A 3 x 3 spot in a picture of 32 x 32, its middle at a place between pixels' middles."""
    ink = torch.zeros(1, 1, 32, 32)
    ink[0, 0, row - 1 : row + 2, column - 1 : column + 2] = 1
    return ink


def centre(ink):
    """The centre of mass of each picture: rows and columns from the picture's middle, (n, 2)."""
    places = torch.arange(32) - 15.5
    mass = ink.sum((1, 2, 3))
    return torch.stack([(ink.sum(3)[:, 0] @ places) / mass, (ink.sum(2)[:, 0] @ places) / mass], 1)


def test_distortions_stay_within_their_ranges_and_reach_them():
    """Against the affine maps themselves, by where they put four spots."""
    n = 3000
    moved = [
        centre(lenet.distort(spot(*at).repeat(n, 1, 1, 1), torch.Generator().manual_seed(1)))
        for at in ((8, 16), (24, 16), (16, 8), (16, 24))
    ]
    up, down, left, right = moved
    along, slant = ((down - up) / 16).T
    rise, across = ((right - left) / 16).T
    assert rise.abs().max() < 0.01  # the shear is horizontal
    wide = (1 + training.SCALING) * (1 + training.SQUEEZING)
    for factor in (along, across):
        assert 1 / wide - 0.01 < factor.min() < 0.87 and 1.15 < factor.max() < wide + 0.01
    area, ratio = along * across, along / across
    assert area.max() == pytest.approx((1 + training.SCALING) ** 2, abs=0.02)
    assert ratio.max() == pytest.approx((1 + training.SQUEEZING) ** 2, abs=0.02)
    assert (slant / along).abs().max() == pytest.approx(training.SHEAR, abs=0.08)
    shift = (up + down + left + right) / 4 - 0.5 * torch.stack([along, across + slant], 1)
    assert 1.2 < shift.abs().max() < 2 * training.SHIFT
    assert shift.mean(0).abs().max() < 0.06


def test_one_image_in_ten_is_not_distorted(digits):
    ink = torch.nn.functional.pad(torch.tensor(digits.images[:2000])[:, None] / 255, (2, 2, 2, 2))
    distorted = lenet.distort(ink, torch.Generator().manual_seed(2))
    same = (distorted - ink).abs().amax((1, 2, 3)) < 1e-4
    assert same.float().mean().item() == pytest.approx(0.1, abs=0.02)
    assert 0 <= distorted.min() and distorted.max() <= 1


# Training


def test_it_learns(digits):
    images, labels = digits
    part = lenet.train(
        lenet.Settings(epochs=3, rate=4e-3),
        images[:2000],
        labels[:2000],
        held_out=(images[4000:], labels[4000:]),
    )
    assert part.curve[-1].held_out_error < 0.3  # chance is 0.9
    assert part.curve[-1].held_out_error == lenet.error(part.model, images[4000:], labels[4000:])
    assert part.curve[-1].test_error is None
    assert part.curve[-1].training_loss < part.curve[0].training_loss / 2


def parameters(model):
    return torch.nn.utils.parameters_to_vector(model.parameters()).detach()


def test_a_run_that_was_interrupted_goes_on_to_the_same_result(digits, tmp_path, monkeypatch):
    images, labels = digits.images[:300], digits.labels[:300]
    settings = lenet.Settings(epochs=3, distortions=True)
    whole = lenet.train(settings, images, labels)

    def interrupted(settings, epoch, *rest):
        if epoch == 3:
            raise KeyboardInterrupt
        return passing(settings, epoch, *rest)

    passing, file = training._pass, tmp_path / "run.pt"
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(training, "_pass", interrupted)
        lenet.train(settings, images, labels, checkpoint=file)
    resumed = lenet.train(settings, images, labels, checkpoint=file)
    assert torch.equal(parameters(resumed.model), parameters(whole.model))
    assert resumed.curve == whole.curve and len(whole.curve) == 3
    again = lenet.train(settings, images, labels, checkpoint=file)  # nothing is left to do
    assert torch.equal(parameters(again.model), parameters(whole.model))
    assert [path.name for path in tmp_path.iterdir()] == ["run.pt"]


def test_a_checkpoint_of_another_run_is_refused(digits, tmp_path):
    images, labels, file = digits.images[:32], digits.labels[:32], tmp_path / "run.pt"
    lenet.train(lenet.Settings(epochs=1), images, labels, checkpoint=file)
    with pytest.raises(
        ValueError, match=r"run.pt belongs to a run with epochs 1, rate 0.00.*\. Ask"
    ):
        other = lenet.Settings(epochs=2, rate=0.5)
        lenet.train(other, images, labels, checkpoint=file)
    with pytest.raises(ValueError, match="a run with other images"):
        lenet.train(lenet.Settings(epochs=1), images, labels[::-1], checkpoint=file)


def test_arrays_make_the_net_again(model, digits):
    again = lenet.from_arrays(lenet.arrays(model), model.activation)
    assert torch.equal(parameters(again), parameters(model))
    images = digits.images[:3]
    np.testing.assert_array_equal(lenet.penalties(again, images), lenet.penalties(model, images))
    assert (
        lenet.predict(model, images).tolist() == lenet.penalties(model, images).argmin(1).tolist()
    )


def test_bytes_keep_the_weights_to_half_a_step_and_the_net_its_answers(model, digits):
    found = lenet.arrays(model)
    stored = lenet.quantise(found)
    assert sum(value.dtype == np.int8 for value in stored.values()) == 4
    assert stored["C3.weights"].shape == (16, 6, 5, 5) and stored["C3.scales"].shape == (16,)
    read = dequantise(stored)
    assert set(read) == set(found) - {"output.bitmaps"}
    for name, value in read.items():
        assert value.dtype == np.float32 and value.shape == found[name].shape
        if name.endswith("weights"):
            step = np.abs(found[name]).reshape(len(value), -1).max(1) / 127
            miss = np.abs(value - found[name]).reshape(len(value), -1).max(1)
            assert np.all(miss <= 0.5001 * step), name
            assert np.all(value[found[name] == 0] == 0)
        else:
            np.testing.assert_array_equal(value, found[name])
    again = lenet.from_arrays(read, model.activation)
    near = lenet.penalties(again, digits.images[:20]) - lenet.penalties(model, digits.images[:20])
    assert np.abs(near).max() < 0.05 * np.abs(lenet.penalties(model, digits.images[:20])).max()


# The command


@pytest.fixture
def few(monkeypatch, digits):
    """The command finds these 80 and 40 digits wherever it looks for MNIST."""
    images, labels = digits
    small = Mnist(images[:80], labels[:80], images[80:120], labels[80:120])
    monkeypatch.setattr(command, "load_mnist", lambda folder: small)
    monkeypatch.setattr(training, "RATES", {"tanh": 1e-3, "sigmoid": 1e-2, "relu": 1e-3})
    return small


def rows(path):
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_command_writes_a_row_a_run_and_a_row_an_epoch(few, tmp_path, capsys):
    out = ["--out", str(tmp_path), "--batch", "40"]
    assert command.main([*out, "--epochs", "2"]) == 0
    assert command.main([*out, "--epochs", "1", "--activation", "relu", "--seed", "3"]) == 0
    assert command.main([*out, "--epochs", "1", "--distortions", "--hold-out", "30"]) == 0
    runs = {row["run"]: row for row in rows(tmp_path / "runs.csv")}
    assert sorted(runs) == ["relu-3", "tanh-1", "tanh-distorted-1"]
    assert [runs[name]["trained_on"] for name in sorted(runs)] == ["80", "80", "50"]
    assert runs["relu-3"]["rate"] == "0.001" and runs["tanh-1"]["distortions"] == "0"
    curves = rows(tmp_path / "curves.csv")
    assert [(row["run"], row["epoch"]) for row in curves] == [
        *(("relu-3", "1"), ("tanh-1", "1"), ("tanh-1", "2"), ("tanh-distorted-1", "1"))
    ]
    for row in curves:
        held_out = row["run"] == "tanh-distorted-1"
        assert (row["test_error"] == "", row["held_out_error"] == "") == (held_out, not held_out)
    assert runs["tanh-1"]["test_error"] == curves[2]["test_error"]
    with np.load(tmp_path / "relu-3.npz") as stored:
        net = lenet.from_arrays(dequantise(dict(stored)), "relu")
    wrong = lenet.error(net, few.test_images, few.test_labels)
    assert float(runs["relu-3"]["stored_error"]) == wrong
    machine = json.loads((tmp_path / "machine.json").read_text(encoding="utf-8"))
    assert machine["torch"] == torch.__version__ and socket.gethostname() not in str(machine)
    said = capsys.readouterr()
    assert "tanh-1: test error" in said.out and "tanh-distorted-1: held out error" in said.out
    assert "epoch 2 of 2" in said.err


def test_the_command_goes_on_after_an_interruption(few, tmp_path, monkeypatch, capsys):
    asked = ["--epochs", "2", "--batch", "40"]
    assert command.main([*asked, "--out", str(tmp_path / "whole")]) == 0
    passing = training._pass

    def interrupted(settings, epoch, *rest):
        if epoch == 2:
            raise KeyboardInterrupt
        return passing(settings, epoch, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(training, "_pass", interrupted)
        assert command.main([*asked, "--out", str(tmp_path / "halves")]) == 130
    assert "The same command goes on" in capsys.readouterr().err
    assert not (tmp_path / "halves" / "runs.csv").exists()
    assert command.main([*asked, "--out", str(tmp_path / "halves")]) == 0
    whole, halves = (tmp_path / name / "curves.csv" for name in ("whole", "halves"))
    assert halves.read_bytes() == whole.read_bytes()
    assert (tmp_path / "halves/tanh-1.npz").read_bytes() == whole.with_name(
        "tanh-1.npz"
    ).read_bytes()


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (["--data", "nowhere"], "nowhere holds neither train-images-idx3-ubyte nor .*--download"),
        ([], "set SIGMOIDS_MNIST"),
        (["--download"], "--download needs a folder: name it by --data"),
        (["--activation", "gelu"], "choose from"),
        (["--epochs", "0"], "0 is not above 0"),
        (["--rate", "nan"], "nan is not above 0"),
        (["--data", "other"], "other/train-images-idx3-ubyte is not MNIST's: it begins with 68"),
    ],
)
def test_bad_input_is_one_line_that_says_what_to_do(asked, says, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SIGMOIDS_MNIST", raising=False)
    (tmp_path / "other").mkdir()
    (tmp_path / "other/train-images-idx3-ubyte").write_bytes(b"hello")
    try:
        status = command.main(asked)
    except SystemExit as stop:  # argparse's own
        status = stop.code
    line = capsys.readouterr().err.strip().splitlines()[-1]
    assert status == 2 and re.search(says, line), line
    assert not (tmp_path / "work").exists()


def test_what_does_not_fit_the_folder_is_refused(few, tmp_path, capsys):
    out = ["--out", str(tmp_path), "--batch", "40"]
    assert command.main([*out, "--epochs", "1"]) == 0
    assert command.main([*out, "--epochs", "2"]) == 2
    assert "tanh-1.pt belongs to a run with epochs 1." in capsys.readouterr().err
    assert command.main([*out, "--hold-out", "80"]) == 2
    assert "--hold-out must be from 0 to 79" in capsys.readouterr().err
    (tmp_path / "tanh-1.pt").write_bytes(b"no checkpoint")
    assert command.main([*out, "--epochs", "1"]) == 2
    assert "tanh-1.pt cannot be read" in capsys.readouterr().err
    machine = tmp_path / "machine.json"
    machine.write_text(
        machine.read_text(encoding="utf-8").replace(torch.__version__, "1.0"), encoding="utf-8"
    )
    assert command.main([*out, "--epochs", "1", "--seed", "2"]) == 2
    assert "another machine (torch 1.0). Choose another folder" in capsys.readouterr().err


def test_a_copy_of_mnist_with_another_checksum_is_noted_and_used(
    few, tmp_path, monkeypatch, capsys
):
    def warned(folder):
        warnings.warn("train-images has the right form, but not the checksum", stacklevel=1)
        return few

    monkeypatch.setattr(command, "load_mnist", warned)
    assert command.main(["--epochs", "1", "--batch", "80", "--out", str(tmp_path)]) == 0
    assert "Note: train-images has the right form" in capsys.readouterr().err


def test_download_comes_before_reading(few, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(command, "download_mnist", asked.append)
    command.main(["--data", "there", "--download", "--epochs", "1", "--out", str(tmp_path)])
    assert asked == ["there"]
