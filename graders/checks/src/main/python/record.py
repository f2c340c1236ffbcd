#!/usr/bin/python3
"""Records what PyTorch answers, so that checks compare with code that is not ours.

    /usr/bin/python3 graders/checks/src/main/python/record.py            writes the recordings
    /usr/bin/python3 graders/checks/src/main/python/record.py --check    exits 1 if PyTorch answers otherwise now

Needs PyTorch (Debian: python3-torch). Everything is float64, and every gradient comes from autograd.

Inputs are decimals of a few digits, drawn with additions and integer arithmetic alone, so they are equal on every
machine. What PyTorch makes of them may differ in the last bits: --check allows 1e-13 of each tensor's largest
magnitude.

One file an exercise, one case a line; NaN and infinities would be strings. A loss has the shape [], and no upstream.
"""

import json
import math
import sys
from pathlib import Path

import torch
from torch.nn import functional

RECORDED = Path(__file__).resolve().parent.parent / "resources" / "gradus" / "checks" / "recorded"
TOLERANCE = 1e-13

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


class Draw:
    """Numbers from SplitMix64 (Steele, Lea and Flood 2014), started at the seed."""

    def __init__(self, seed):
        self.state = seed

    def bits(self):
        mask = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        return z ^ (z >> 31)

    def below(self, bound):
        return self.bits() % bound

    def uniform(self):
        return (self.bits() >> 11) * 2.0**-53

    def bell(self):
        """Mean 0, variance 1: twelve uniforms less six. Needs no logarithm, so it is equal everywhere."""
        return sum(self.uniform() for _ in range(12)) - 6

    def tensor(self, shape, number):
        values = [number() for _ in range(math.prod(shape))]
        return torch.tensor(values, dtype=torch.float64).reshape(shape)

    def normal(self, *shape):
        return self.tensor(shape, lambda: round(self.bell(), 3))

    def negative(self, *shape):
        return self.tensor(shape, lambda: -round(abs(self.bell()) + 0.1, 3))

    def tiny(self, *shape):
        return self.tensor(shape, lambda: round(self.bell() * 1e-3, 6))

    def large(self, *shape):
        return self.tensor(shape, lambda: round((self.bell() + 1) * 1e3, 1))

    def far_rows(self, n, width):
        """Each row moderate within itself, but around 1000, 0 or -1000: one maximum for all is not enough."""
        levels = torch.tensor([[1e3], [0.0], [-1e3]]).repeat(n // 3 + 1, 1)[:n]
        return self.normal(n, width) + levels

    def integers(self, *shape):
        """-2 to 2, the first and the last entry 0: exact zeros show the convention at a kink."""
        x = self.tensor(shape, lambda: float(self.below(5) - 2))
        x.view(-1)[[0, -1]] = 0.0
        return x

    def saturating(self, *shape):
        """Moderate numbers, and +1000 and -1000 among them."""
        x = self.normal(*shape)
        x.view(-1)[1::3] = 1e3
        x.view(-1)[2::3] = -1e3
        return x

    def upstream(self, *shape):
        """Both signs, magnitudes from 0.5 to 1.5: no entry small enough to hide a wrong gradient."""
        return self.tensor(shape, lambda: round((self.uniform() + 0.5) * (1 - 2 * self.below(2)), 3))

    def labels(self, n, classes):
        return torch.tensor([self.below(classes) for _ in range(n)])


def shape_of(t):
    return "(" + ", ".join(map(str, t.shape)) + ")"


def recorded_case(text, inputs, expected, upstreams=(), arguments=(), parameters=None):
    return {
        "text": text,
        "arguments": list(arguments),
        "parameters": {name: plain(t) for name, t in (parameters or {}).items()},
        "inputs": [plain(t) for t in inputs],
        "upstreams": [plain(t) for t in upstreams],
        "expected": {row: plain(t) for row, t in expected.items()},
    }


def plain(t):
    flat = t.detach().reshape(-1).tolist()
    if not t.is_floating_point():
        return {"shape": list(t.shape), "integers": flat}
    return {"shape": list(t.shape), "data": [number(v) for v in flat]}


def number(v):
    if math.isnan(v):
        return "NaN"
    return v if math.isfinite(v) else ("Infinity" if v > 0 else "-Infinity")


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


def file_of(exercise):
    return RECORDED / (exercise.replace("/", "-") + ".json")


def write(exercise, cases):
    source = f"PyTorch {torch.__version__}, float64"
    head = json.dumps({"exercise": exercise, "source": source}, separators=(",", ":"))[:-1]
    lines = ",\n".join(json.dumps(c, separators=(",", ":"), allow_nan=False) for c in cases)
    file_of(exercise).write_text(f'{head},"cases":[\n{lines}\n]}}\n', encoding="utf-8")


def differences(exercise, cases):
    """One sentence for each value that is not as recorded."""
    if not file_of(exercise).exists():
        return [f"{exercise}: expected a recording at {file_of(exercise)} but there is none"]
    recorded = json.loads(file_of(exercise).read_text(encoding="utf-8"))["cases"]
    if len(recorded) != len(cases):
        return [f"{exercise}: expected {len(recorded)} cases but got {len(cases)}"]
    pairs = zip(recorded, cases)
    return [f"{exercise}: {new['text']}: {m}" for old, new in pairs for m in case_differences(old, new)]


def case_differences(old, new):
    for part in ("text", "arguments", "parameters", "inputs", "upstreams"):
        if old[part] != new[part]:
            yield f"{part} are not the recorded ones"
    if old["expected"].keys() != new["expected"].keys():
        yield f"expected rows {list(old['expected'])} but got {list(new['expected'])}"
        return
    for row, was in old["expected"].items():
        now = new["expected"][row]
        error = distance(was, now)
        if not error <= TOLERANCE:
            yield f"{row} is off by {error:.1e} of its largest magnitude; at most {TOLERANCE:.0e} is allowed"


def distance(was, now):
    """The largest difference over the largest recorded magnitude; infinite where shapes differ."""
    if was["shape"] != now["shape"]:
        return math.inf
    a, b = (torch.tensor([float(v) for v in t["data"]]) for t in (was, now))
    if torch.equal(a, b):
        return 0.0
    return ((a - b).abs().max() / a.abs().max()).item()


def main(arguments):
    if arguments not in ([], ["--check"]):
        sys.exit(__doc__)
    cases = {exercise: list(make()) for exercise, make in EXERCISES.items()}
    if not arguments:
        RECORDED.mkdir(parents=True, exist_ok=True)
        for exercise in EXERCISES:
            write(exercise, cases[exercise])
        return
    found = [d for exercise in EXERCISES for d in differences(exercise, cases[exercise])]
    sys.exit("\n".join(found) if found else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
