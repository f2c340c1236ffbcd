"""What all recordings of PyTorch share: numbers that are equal on every machine, the form of a file, the comparison.

Inputs are decimals of a few digits, drawn with additions and integer arithmetic alone. What PyTorch makes of them may
differ in the last bits: a check allows 1e-13 of each tensor's largest magnitude.

One file a name, one case a line; NaN and infinities would be strings. A loss has the shape [], and no upstream.
"""

import json
import math
import sys

import torch

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


def recorded_case(text, inputs, expected, upstreams=(), arguments=(), parameters=None, state=None):
    states = {"state": {name: plain(t) for name, t in state.items()}} if state else {}
    return {
        "text": text,
        "arguments": list(arguments),
        "parameters": {name: plain(t) for name, t in (parameters or {}).items()},
        **states,
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


class Folder:
    """Recordings in a folder, each made anew by a generator of cases."""

    def __init__(self, path, makers, what="exercise"):
        self.path = path
        self.makers = makers
        self.what = what

    def file_of(self, name):
        return self.path / (name.replace("/", "-") + ".json")

    def write(self, name, cases):
        source = f"PyTorch {torch.__version__}, float64"
        head = json.dumps({self.what: name, "source": source}, separators=(",", ":"))[:-1]
        lines = ",\n".join(json.dumps(c, separators=(",", ":"), allow_nan=False) for c in cases)
        self.file_of(name).write_text(f'{head},"cases":[\n{lines}\n]}}\n', encoding="utf-8")

    def differences(self, name, cases):
        """One sentence for each value that is not as recorded."""
        if not self.file_of(name).exists():
            return [f"{name}: expected a recording at {self.file_of(name)} but there is none"]
        recorded = json.loads(self.file_of(name).read_text(encoding="utf-8"))["cases"]
        if len(recorded) != len(cases):
            return [f"{name}: expected {len(recorded)} cases but got {len(cases)}"]
        pairs = zip(recorded, cases)
        return [f"{name}: {new['text']}: {m}" for old, new in pairs for m in case_differences(old, new)]

    def run(self, arguments, usage):
        """Writes all recordings, or with --check compares and exits 1 if one differs; names choose some of them."""
        check = "--check" in arguments
        chosen = [a for a in arguments if a != "--check"] or list(self.makers)
        if unknown := [name for name in chosen if name not in self.makers]:
            sys.exit(f"unknown: {', '.join(unknown)}\n{usage}")
        cases = {name: list(self.makers[name]()) for name in chosen}
        if not check:
            self.path.mkdir(parents=True, exist_ok=True)
            for name in chosen:
                self.write(name, cases[name])
            return
        found = [d for name in chosen for d in self.differences(name, cases[name])]
        sys.exit("\n".join(found) if found else 0)


def case_differences(old, new):
    for part in ("text", "arguments", "parameters", "state", "inputs", "upstreams"):
        if old.get(part) != new.get(part):
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
