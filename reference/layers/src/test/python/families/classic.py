"""Linear models, distances and principal components: by torch.linalg and autograd."""

import torch
from recording import Draw, recorded_case, shape_of
from torch.nn import functional


def with_ones(x):
    return torch.cat([torch.ones(len(x), 1), x], 1)


def linear_regression():
    def record(text, x, y, theta):
        best = torch.linalg.lstsq(with_ones(x), y, driver="gelsy").solution
        leaf = theta.clone().requires_grad_()
        cost = (with_ones(x) @ leaf - y).square().sum()
        cost.backward()
        return recorded_case(
            f"x {shape_of(x)}, y {shape_of(y)}{text}",
            parameters={"theta": theta},
            inputs=[x, y],
            expected={"best": best, "predict": with_ones(x) @ best, "forward": cost, "backward.dtheta": leaf.grad},
        )

    d = Draw(1201)
    yield record("", d.normal(7, 3), d.normal(7, 2), d.normal(4, 2))
    yield record("", d.normal(11, 5), d.normal(11, 1), d.normal(6, 1))
    square = 2 * torch.eye(3, 2) + 0.1 * d.normal(3, 2) - 1  # far from singular, or the last digits depend on the library
    yield record(", as many samples as columns", square, d.normal(3, 5), d.normal(3, 5))
    yield record(", only a bias", d.normal(5, 0), d.normal(5, 2), d.normal(1, 2))
    yield record(", one sample", d.normal(1, 0), d.normal(1, 3), d.normal(1, 3))
    yield record(", x near 10", d.large(13, 2) / 100, d.normal(13, 3), d.normal(3, 3))


def shortest():
    def record(text, x, y):
        theta = torch.linalg.pinv(with_ones(x), rcond=1e-12) @ y
        return recorded_case(f"x {shape_of(x)}, y {shape_of(y)}{text}", inputs=[x, y], expected={"shortest": theta})

    d = Draw(1202)
    yield record("", d.normal(7, 3), d.normal(7, 2))
    yield record(", fewer samples than columns", d.normal(2, 5), d.normal(2, 3))
    yield record(", one sample", d.normal(1, 3), d.normal(1, 2))
    x = d.normal(7, 2)
    yield record(", a column that is the sum of the others", torch.cat([x, x.sum(1, keepdim=True)], 1), d.normal(7, 1))
    yield record(", a column of ones", torch.cat([x, torch.ones(7, 1)], 1), d.normal(7, 3))


def logistic_regression():
    def record(text, x, labels, theta):
        leaf = theta.clone().requires_grad_()
        scores = with_ones(x) @ leaf
        cost = functional.binary_cross_entropy_with_logits(scores[:, 0], labels.double())
        cost.backward()
        return recorded_case(
            f"x {shape_of(x)}{text}",
            parameters={"theta": theta},
            inputs=[x, labels],
            expected={
                "forward": cost,
                "backward.dtheta": leaf.grad,
                "probabilities": torch.sigmoid(scores[:, 0]),
                "predict": (scores[:, 0] > 0).double(),
            },
        )

    d = Draw(1203)
    yield record("", d.normal(7, 3), d.labels(7, 2), d.normal(4, 1))
    yield record("", d.normal(5, 2), d.labels(5, 2), d.normal(3, 1))
    yield record(", one sample", d.normal(1, 5), d.labels(1, 2), d.normal(6, 1))
    yield record(", x near 1e3", d.large(3, 2), d.labels(3, 2), d.normal(3, 1))


def softmax_regression():
    def record(text, x, labels, theta):
        leaf = theta.clone().requires_grad_()
        scores = with_ones(x) @ leaf
        cost = functional.cross_entropy(scores, labels)
        cost.backward()
        return recorded_case(
            f"x {shape_of(x)}, {theta.shape[1]} classes{text}",
            parameters={"theta": theta},
            inputs=[x, labels],
            expected={
                "forward": cost,
                "backward.dtheta": leaf.grad,
                "probabilities": torch.softmax(scores, 1),
                "predict": scores.argmax(1).double(),
            },
        )

    d = Draw(1204)
    yield record("", d.normal(7, 3), d.labels(7, 5), d.normal(4, 5))
    yield record("", d.normal(5, 7), d.labels(5, 3), d.normal(8, 3))
    yield record(", one sample", d.normal(1, 2), d.labels(1, 5), d.normal(3, 5))
    yield record(", x near 1e3", d.large(5, 2), d.labels(5, 3), d.normal(3, 3))


def distance():
    def record(text, a, b):
        exact = "donot_use_mm_for_euclid_dist"
        return recorded_case(
            f"a {shape_of(a)}, b {shape_of(b)}{text}",
            inputs=[a, b],
            expected={"L1": torch.cdist(a, b, p=1), "L2": torch.cdist(a, b, p=2, compute_mode=exact)},
        )

    d = Draw(1205)
    yield record("", d.normal(5, 3), d.normal(7, 3))
    yield record(", one each", d.normal(1, 2), d.normal(1, 2))
    yield record(", integers", d.integers(3, 5), d.integers(2, 5))
    yield record(", near 1e3", d.large(2, 7), d.large(3, 7))


def pca():
    def record(text, x, count):
        mean = x.mean(0)
        _, s, vt = torch.linalg.svd(x - mean, full_matrices=False)
        rows = vt[:count]
        greatest = rows.gather(1, rows.abs().argmax(1, keepdim=True))
        components = rows * greatest.sign()
        z = (x - mean) @ components.T
        return recorded_case(
            f"x {shape_of(x)}, {count} components{text}",
            arguments=[count],
            inputs=[x],
            expected={
                "mean": mean,
                "components": components,
                "variances": s[:count].square() / len(x),
                "explained": s[:count].square() / s.square().sum(),
                "project": z,
                "reconstruct": z @ components + mean,
            },
        )

    d = Draw(1206)
    yield record("", d.normal(7, 3), 2)
    yield record(", all of them", d.normal(11, 5), 5)
    yield record(", fewer samples than entries", d.normal(3, 5), 2)
    yield record(", one entry", d.normal(5, 1), 1)
    yield record(", near 1e3", d.large(7, 2), 1)


RECORDINGS = {
    "classic/linear-regression": linear_regression,
    "classic/shortest": shortest,
    "classic/logistic-regression": logistic_regression,
    "classic/softmax-regression": softmax_regression,
    "classic/distance": distance,
    "classic/pca": pca,
}
