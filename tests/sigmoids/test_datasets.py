"""The tables in data/: shapes, units, values that other sources give, errors."""

import numpy as np
import pytest

from sigmoids import datasets
from sigmoids.models.backprop import begin


def through_three(p0, p1, p2):
    """The capacity of the logistic curve through three equally spaced counts. Verhulst 1845."""
    return p1 * (p0 * p1 + p1 * p2 - 2 * p0 * p2) / (p1**2 - p0 * p2)


@pytest.mark.parametrize(
    ("load", "n", "first", "last"),
    [
        (datasets.load_carlson, 19, (0, 9.6), (18, 661.8)),
        (datasets.load_belgium, 3, (1815, 3_627_253), (1845, 4_800_861)),
        (datasets.load_united_states, 24, (1790, 3_929_214), (2020, 329_260_619)),
    ],
)
def test_counts_rise_over_even_times_in_the_stated_units(load, n, first, last):
    t, p = load()
    assert t.shape == p.shape == (n,)
    assert t.dtype == p.dtype == np.float64
    assert ((t[0], p[0]), (t[-1], p[-1])) == (first, last)
    assert np.unique(np.diff(t)).size == 1 and np.all(np.diff(p) > 0)


@pytest.mark.parametrize(("paper", "capacity"), [(1838, 8_430_030), (1845, 6_583_222)])
def test_belgium_gives_the_capacity_of_each_paper(paper, capacity):
    assert through_three(*datasets.load_belgium(paper).p) == pytest.approx(capacity, abs=1)


def test_what_came_of_belgium():
    t, p = datasets.load_belgium("later")
    assert (t.tolist(), p.tolist()) == ([1967], [9_581_000])


@pytest.mark.parametrize("paper", [1847, "1838.0", None])
def test_a_paper_without_a_table_is_refused(paper):
    with pytest.raises(ValueError, match=f"paper must be 1838 or 1845.*got {paper!r}"):
        datasets.load_belgium(paper)


def test_united_states_up_to_1910_are_the_counts_of_pearl_and_reed():
    """Against their curve of 1920, which goes through 1790, 1850 and 1910, and its known misses."""
    t, p = (column[:13] for column in datasets.load_united_states())
    curve = 2_930_300.9 / (0.014854 + np.exp(-0.0313395 * (t - 1780)))
    percent = [-0.01, 0.52, -0.16, 1.23, 1.89, 2.56, 0, -3.28, 2.11, 0.04, -0.28, 1.15, 0]
    np.testing.assert_allclose(100 * (curve / p - 1), percent, atol=0.006)
    assert through_three(p[0], p[6], p[12]) == pytest.approx(197.3e6, rel=5e-4)


def test_united_states_leave_out_alaska_and_hawaii():
    t, p = datasets.load_united_states()
    fifty = dict(zip(range(1960, 2030, 10), [179_323_175, 203_211_926, 226_545_805], strict=False))
    fifty |= {1990: 248_709_873, 2000: 281_421_906, 2010: 308_745_538, 2020: 331_449_281}
    left_out = {year: total - p[t == year][0] for year, total in fifty.items()}
    assert left_out[2020] == 733_391 + 1_455_271
    assert all(0.004 < left_out[year] / fifty[year] < 0.007 for year in fifty)
    assert p[t == 1870] == 38_558_371  # as counted, not as revised


def test_gause_counts_level_off_alone_and_only_one_kind_thrives_together():
    t, aurelia = datasets.load_gause("aurelia")
    _, caudatum = datasets.load_gause("caudatum")
    assert t.tolist() == [0, *range(2, 26)] and t.shape == aurelia.shape == caudatum.shape
    late = t >= 13
    assert (aurelia[late].mean(), caudatum[late].mean()) == pytest.approx((534, 199), abs=1)
    assert aurelia.sum() == 10_040 and caudatum.sum() == 3_710  # a slip of typing would show
    mixed = {name: datasets.load_gause(name, "mixed").p for name in ("aurelia", "caudatum")}
    assert mixed["aurelia"][-1] == 350 and mixed["caudatum"].max() == 124
    assert mixed["caudatum"][-1] == 20


@pytest.mark.parametrize(("species", "culture"), [("bursaria", "alone"), ("aurelia", "Mixture")])
def test_a_culture_that_gause_did_not_count_is_refused(species, culture):
    with pytest.raises(ValueError, match=f"got {species!r} and {culture!r}"):
        datasets.load_gause(species, culture)


def test_spheroid_spans_fifty_six_days_and_five_hundredfold_growth():
    t, volume = datasets.load_spheroid()
    assert t.shape == volume.shape == (45,) and np.all(np.diff(t) > 0)
    assert (t[0], t[-1], volume[0], volume.max()) == (3.46, 59.38, 0.0158, 8.0993)
    assert volume.sum() == pytest.approx(190.236)


def test_breast_cancer_has_the_classes_and_ranges_of_its_description():
    """The counts and the table of smallest and largest values that come with the data."""
    X, y, features = datasets.load_breast_cancer()
    assert X.shape == (569, 30) == (len(y), len(features))
    assert X.dtype == y.dtype == np.float64
    assert (np.sum(y == 1), np.sum(y == 0)) == (212, 357)
    published = {
        "mean_radius": (6.981, 28.11),
        "mean_area": (143.5, 2501),
        "mean_fractal_dimension": (0.05, 0.097),
        "error_radius": (0.112, 2.873),
        "error_area": (6.802, 542.2),
        "worst_radius": (7.93, 36.04),
        "worst_concavity": (0, 1.252),
        "worst_fractal_dimension": (0.055, 0.208),
    }
    for name, ends in published.items():
        column = X[:, features.index(name)]
        assert (column.min(), column.max()) == pytest.approx(ends, abs=6e-4), name  # three decimals


def test_breast_cancer_ill_are_one_and_have_the_larger_nuclei():
    X, y, features = datasets.load_breast_cancer()
    assert features[0] == "mean_radius" and features[20] == "worst_radius"
    assert X[y == 1, 0].mean() > 1.4 * X[y == 0, 0].mean()
    mean, error, worst = np.split(X, 3, axis=1)
    assert np.all(worst[:, :4] >= mean[:, :4]) and np.all(error >= 0)


def test_beetles_are_the_textbooks_table():
    """With log₁₀ of the dose to four decimals, and in the two series that were added up."""
    dose, exposed, killed = datasets.load_beetles()
    printed = [1.6907, 1.7242, 1.7552, 1.7842, 1.8113, 1.8369, 1.8610, 1.8839]
    np.testing.assert_array_equal(np.log10(dose).round(4), printed)
    first = np.array([[29, 30, 28, 27, 30, 31, 30, 29], [2, 7, 9, 14, 23, 29, 29, 29]])
    second = np.array([[30, 30, 34, 29, 33, 28, 32, 31], [4, 6, 9, 14, 29, 24, 32, 31]])
    np.testing.assert_array_equal([exposed, killed], first + second)
    assert dose.dtype == exposed.dtype == killed.dtype == np.float64


def test_elos_table_fits_the_federations_other_table_row_by_row():
    """From score to difference, 0.50 to 0.99: each lies in the row of its score."""
    up_to, expected = datasets.load_elo()
    differences = """0 7 14 21 29 36 43 50 57 65 72 80 87 95 102 110 117 125 133 141 149 158 166 175
        184 193 202 211 220 230 240 251 262 273 284 296 309 322 336 351 366 383 401 422 444 470 501
        538 589 677"""
    found = expected[np.searchsorted(up_to, [float(d) for d in differences.split()])]
    np.testing.assert_allclose(found, np.arange(50, 100) / 100, rtol=1e-12)
    assert np.all(np.diff(up_to) > 0) and up_to[-1] == 735


def test_digits_are_five_hundred_of_each_dark_in_the_middle_and_shuffled():
    images, labels = datasets.load_digits()
    assert images.shape == (5000, 28, 28) and images.dtype == labels.dtype == np.uint8
    assert np.bincount(labels).tolist() == [500] * 10
    assert (images.min(), images.max()) == (0, 255)
    assert np.mean(images > 0) == pytest.approx(0.1926, abs=5e-5)  # as counted in the source
    assert np.mean(images) / 255 == pytest.approx(0.1313, abs=5e-5)
    assert all(np.bincount(part, minlength=10).min() > 30 for part in labels.reshape(10, 500))


def test_digits_are_scaled_to_twenty_pixels_and_centred_by_mass():
    images, _ = datasets.load_digits()
    for axis in (1, 2):
        ink = images.max(axis) > 0
        extent = 28 - ink.argmax(1) - ink[:, ::-1].argmax(1)
        assert extent.max() == 20
    mass = images.sum((1, 2), dtype=float)
    down, right = np.mgrid[:28, :28]
    for place in (down, right):
        centre = (images * place).sum((1, 2)) / mass
        assert np.abs(centre - 14).max() < 1


def test_mistakes_are_those_of_the_stored_net():
    from sigmoids import lenet

    found = datasets.load_mistakes()
    assert found.of_each.tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    assert np.all(np.diff(found.place.astype(int)) > 0) and found.place[-1] < 10_000
    assert np.all(found.labels != found.named)
    (run,) = [run for run in datasets.load_lenet_runs()[0] if run.run == "tanh-1"]
    assert len(found.labels) == round(10_000 * run.stored_error)
    net = lenet.from_arrays(datasets.load_lenet_weights("tanh"))
    penalties = lenet.penalties(net, found.images)
    np.testing.assert_allclose(penalties, found.penalties, rtol=1e-4, atol=0.006)
    first, second = np.sort(penalties)[:, :2].T
    clear = second - first > 0.001  # else another processor may decide otherwise
    assert np.array_equal(penalties.argmin(1)[clear], found.named[clear])
    assert np.array_equal(found.penalties.argmin(1)[clear], found.named[clear])


def test_speed_is_in_seconds_and_an_operation_never_beats_the_copy_of_its_machine():
    arrays, layers, machine = datasets.load_speed()
    copy, usual = (arrays[code, "one", "float64"] for code in ("copy", "usual"))
    assert copy.size.dtype == np.int64 and copy.size[-1] == 10**7
    assert 1e-8 < copy.least[0] < 1e-5  # a call takes more than 10 ns and less than 10 µs
    assert np.all(usual.least > copy.least)
    bytes_a_second = 2 * 8 * copy.size / copy.least
    assert 1e9 < bytes_a_second.max() < 1e12
    assert layers["linear", "one", "float32"].size.shape == (8,)
    assert machine["cores"] == 2


def test_an_unknown_machine_is_refused_by_the_known_ones():
    with pytest.raises(ValueError, match=r"one of xeon-2-cores, .*got 'abacus'"):
        datasets.load_speed("abacus")


def test_a_missing_table_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(datasets, "FOLDER", tmp_path)
    with pytest.raises(FileNotFoundError, match="Install the course's package again"):
        datasets.load_united_states()


def test_xor_losses_are_the_loss_of_the_net_that_pytorch_trains():
    import torch

    steps, losses = datasets.load_xor_losses()
    assert steps.tolist() == list(range(0, 1001, 5)) and list(losses) == [1, 6, 13, 15]
    x = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float64)
    targets = torch.tensor([0, 1, 1, 0], dtype=torch.float64)
    for start, column in losses.items():
        w = torch.tensor(begin(start), requires_grad=True)
        descent, mine = torch.optim.SGD([w], lr=2.0), []
        for _ in range(301):  # later, start 13 leaves a saddle and multiplies rounding errors
            hidden = torch.sigmoid(x @ w[:6].reshape(2, 3)[:, :2].T + w[:6].reshape(2, 3)[:, 2])
            loss = ((torch.sigmoid(hidden @ w[6:8] + w[8]) - targets) ** 2).sum() / 2
            mine.append(loss.item())
            descent.zero_grad()
            loss.backward()
            descent.step()
        np.testing.assert_allclose(column[:61], mine[::5], atol=5.1e-5)


def test_lenets_runs_are_the_ends_of_their_curves():
    runs, curves = datasets.load_lenet_runs()
    assert list(curves) == [run.run for run in runs] == sorted(curves)
    for run in runs:
        curve = curves[run.run]
        assert curve.epoch.tolist() == list(range(1, run.epochs + 1))
        ends = (run.training_loss, run.training_error, run.test_error)
        assert ends == tuple(column[-1] for column in curve[1:]), run.run
        assert run.trained_on == 60_000 and run.seconds > 0
        assert 10_000 * run.test_error == pytest.approx(round(10_000 * run.test_error))
        assert abs(run.stored_error - run.test_error) < 0.001, run.run
    assert {(run.activation, run.distortions) for run in runs} == {
        ("relu", False),
        ("sigmoid", False),
        ("tanh", False),
        ("tanh", True),
    }
    assert len(runs) == 12 and {run.seed for run in runs} == {1, 2, 3}


def test_lenet_as_published_errs_as_published_or_less():
    """The paper's errors: 0.95% without distortions and 0.8% with them; the mean of three seeds."""
    runs, _ = datasets.load_lenet_runs()
    errors = {
        distortions: np.mean(
            [run.test_error for run in runs if (run.activation, run.distortions) == kind]
        )
        for kind in (("tanh", False), ("tanh", True))
        for distortions in kind[1:]
    }
    assert errors[False] <= 0.0095 and errors[True] <= 0.008


@pytest.mark.parametrize(
    "kept", [("tanh", False), ("sigmoid", False), ("relu", False), ("tanh", True)]
)
def test_lenets_weights_know_the_digits(kept):
    """These are digits that the nets learnt from; the error on others is in the table of runs."""
    from sigmoids import lenet

    activation, distortions = kept
    weights = datasets.load_lenet_weights(activation, distortions=distortions)
    model = lenet.from_arrays(weights, activation)
    images, labels = datasets.load_digits()
    assert lenet.error(model, images[:1000], labels[:1000]) < 0.02
    stored = datasets.load_lenet_bytes(activation, distortions=distortions)
    assert stored["C5.weights"].dtype == np.int8 and stored["C5.scales"].shape == (120,)
    assert len(stored) == 12 + 4


def test_weights_that_were_not_kept_are_refused_by_the_kept_ones():
    with pytest.raises(
        ValueError, match=r"relu, sigmoid, tanh, tanh-distorted; .* 'relu-distorted'"
    ):
        datasets.load_lenet_weights("relu", distortions=True)
