#!/usr/bin/python3
"""Records what PyTorch answers, so that checks compare with code that is not ours.

    /usr/bin/python3 graders/checks/src/main/python/record.py            writes the recordings
    /usr/bin/python3 graders/checks/src/main/python/record.py --check    exits 1 if PyTorch answers otherwise now

Needs PyTorch (Debian: python3-torch). Everything is float64, and every gradient comes from autograd.
"""

import sys
from pathlib import Path

import torch
from torch.nn import functional

ROOT = Path(__file__).resolve().parents[5]
sys.path.insert(0, str(ROOT / "reference" / "tensor" / "src" / "test" / "python"))
from recording import Draw, Folder, recorded_case, shape_of

RECORDED = Path(__file__).resolve().parent.parent / "resources" / "gradus" / "checks" / "recorded"


def affine():
    def record(text, x, w, b, dy):
        leaves = [t.clone().requires_grad_() for t in (x, w, b)]
        y = functional.linear(leaves[0], leaves[1].t(), leaves[2])
        y.backward(dy)
        dx, dw, db = (t.grad for t in leaves)
        return recorded_case(
            f"x {shape_of(x)}, w {shape_of(w)}{text}",
            arguments=w.shape,
            parameters={"w": w, "b": b},
            inputs=[x],
            upstreams=[dy],
            expected={"forward": y, "backward.dX": dx, "backward.dW": dw, "backward.db": db},
        )

    d = Draw(1)
    yield record("", d.normal(5, 7), d.normal(7, 3), d.normal(3), d.upstream(5, 3))
    yield record("", d.normal(1, 5), d.normal(5, 2), d.normal(2), d.upstream(1, 2))
    yield record("", d.normal(3, 2), d.normal(2, 11), d.normal(11), d.upstream(3, 11))
    yield record(", x negative", d.negative(7, 5), d.normal(5, 3), d.normal(3), d.upstream(7, 3))
    yield record(", x near 1e-3", d.tiny(2, 3), d.normal(3, 5), d.normal(5), d.upstream(2, 5))
    yield record(", x near 1e3", d.large(3, 5), d.normal(5, 7), d.normal(7), d.upstream(3, 7))
    yield record(", integers", d.integers(5, 3), d.integers(3, 2), d.integers(2), d.upstream(5, 2))
    # Where D = M, a forgotten transpose gives numbers and not an exception.
    yield record("", d.normal(2, 3), d.normal(3, 3), d.normal(3), d.upstream(2, 3))


def activation(function):
    def record(text, x, dy):
        leaf = x.clone().requires_grad_()
        y = function(leaf)
        y.backward(dy)
        return recorded_case(
            f"x {shape_of(x)}{text}",
            inputs=[x],
            upstreams=[dy],
            expected={"forward": y, "backward.dX": leaf.grad},
        )

    return record


def relu():
    record, d = activation(torch.relu), Draw(2)
    yield record("", d.normal(5, 7), d.upstream(5, 7))
    yield record("", d.normal(1, 3), d.upstream(1, 3))
    yield record("", d.normal(2, 3, 5), d.upstream(2, 3, 5))
    yield record(", negative", d.negative(3, 5), d.upstream(3, 5))
    yield record(", near 1e-3", d.tiny(7, 2), d.upstream(7, 2))
    yield record(", near 1e3", d.large(3, 7), d.upstream(3, 7))
    yield record(", integers with exact zeros", d.integers(5, 3), d.upstream(5, 3))


def squashing(function, seed):
    record, d = activation(function), Draw(seed)
    yield record("", d.normal(5, 7), d.upstream(5, 7))
    yield record("", d.normal(1, 3), d.upstream(1, 3))
    yield record("", d.normal(2, 3, 5), d.upstream(2, 3, 5))
    yield record(", negative", d.negative(3, 5), d.upstream(3, 5))
    yield record(", near 1e-3", d.tiny(7, 2), d.upstream(7, 2))
    yield record(", integers with exact zeros", d.integers(5, 3), d.upstream(5, 3))
    yield record(", with +1000 and -1000", d.saturating(3, 5), d.upstream(3, 5))


def sigmoid():
    return squashing(torch.sigmoid, 3)


def tanh():
    return squashing(torch.tanh, 4)


# No exponential of these, nor of their differences, fits a double: only the row's own maximum may be subtracted.
FAR_OUT = torch.tensor([[1450.0, 1400.0, -1000.0, -1000.0, -1000.0], [-1450.0, -1451.0, -2500.0, -1452.0, -1450.5]], dtype=torch.float64)


def softmax():
    record, d = activation(lambda x: torch.softmax(x, -1)), Draw(5)
    yield record("", d.normal(5, 7), d.upstream(5, 7))
    yield record("", d.normal(1, 3), d.upstream(1, 3))
    yield record("", d.normal(7, 2), d.upstream(7, 2))
    yield record(", negative", d.negative(3, 5), d.upstream(3, 5))
    yield record(", near 1e-3", d.tiny(2, 5), d.upstream(2, 5))
    yield record(", rows near 1000, 0 and -1000", d.far_rows(3, 7), d.upstream(3, 7))
    yield record(", with +1000 and -1000", d.saturating(3, 5), d.upstream(3, 5))
    yield record(", all beyond 700", FAR_OUT, d.upstream(2, 5))


def softmax_cross_entropy():
    def record(text, logits, labels):
        leaf = logits.clone().requires_grad_()
        loss = functional.cross_entropy(leaf, labels)
        loss.backward()
        return recorded_case(
            f"logits {shape_of(logits)}, labels {shape_of(labels)}{text}",
            inputs=[logits, labels],
            expected={"forward": loss, "backward.dX": leaf.grad},
        )

    d = Draw(6)
    yield record("", d.normal(5, 7), d.labels(5, 7))
    yield record("", d.normal(1, 3), d.labels(1, 3))
    yield record("", d.normal(7, 2), d.labels(7, 2))
    yield record(", negative", d.negative(3, 5), d.labels(3, 5))
    yield record(", near 1e-3", d.tiny(2, 5), d.labels(2, 5))
    yield record(", rows near 1000, 0 and -1000", d.far_rows(3, 7), d.labels(3, 7))
    yield record(", with +1000 and -1000", d.saturating(3, 5), d.labels(3, 5))
    yield record(", all beyond 700", FAR_OUT, d.labels(2, 5))


def mean_squared_error():
    reductions = {
        "MEAN_BATCH": lambda y, t: functional.mse_loss(y, t, reduction="sum") / y.shape[0],
        "SUM": lambda y, t: functional.mse_loss(y, t, reduction="sum"),
        "MEAN_ALL": lambda y, t: functional.mse_loss(y, t, reduction="mean"),
        "HALF_SUM": lambda y, t: functional.mse_loss(y, t, reduction="sum") / 2,
    }

    def record(text, reduction, prediction, target):
        leaf = prediction.clone().requires_grad_()
        loss = reductions[reduction](leaf, target)
        loss.backward()
        return recorded_case(
            f"prediction {shape_of(prediction)}, target {shape_of(target)}, {reduction}{text}",
            arguments=[reduction],
            inputs=[prediction, target],
            expected={"forward": loss, "backward.dX": leaf.grad},
        )

    d = Draw(7)
    yield record("", "MEAN_BATCH", d.normal(5, 3), d.normal(5, 3))
    yield record("", "SUM", d.normal(3, 7), d.normal(3, 7))
    yield record("", "MEAN_ALL", d.normal(7, 2), d.normal(7, 2))
    yield record("", "HALF_SUM", d.normal(2, 5), d.normal(2, 5))
    yield record("", "MEAN_BATCH", d.normal(1, 3), d.normal(1, 3))
    yield record(", near 1e-3", "MEAN_ALL", d.tiny(3, 5), d.tiny(3, 5))
    yield record(", near 1e3", "MEAN_BATCH", d.large(7, 3), d.large(7, 3))


EXERCISES = {
    "dense/affine": affine,
    "activation/relu": relu,
    "activation/sigmoid": sigmoid,
    "activation/tanh": tanh,
    "activation/softmax": softmax,
    "loss/softmax-cross-entropy": softmax_cross_entropy,
    "loss/mean-squared-error": mean_squared_error,
}

if __name__ == "__main__":
    Folder(RECORDED, EXERCISES).run(sys.argv[1:], __doc__)
