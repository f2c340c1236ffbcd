#!/usr/bin/python3
"""How long PyTorch takes for the works of gradus.bench.Work, in milliseconds, as JSON.

    /usr/bin/python3 reference/bench/src/main/python/torch_times.py [WORK ...]

float64, one thread; the median of at least 15 repetitions after a warm-up. Needs PyTorch (Debian: python3-torch), and for figures
worth comparing with also OpenBLAS (Debian: libopenblas0-pthread): PyTorch's products run on whichever BLAS the system has.
"""

import json
import pathlib
import statistics
import sys
import time

import torch
from torch import nn

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

SECONDS = 1.5
LEAST = 15


def product(n):
    a, b = torch.randn(n, n), torch.randn(n, n)
    return lambda: a @ b


def forward(module, *shape):
    x = torch.randn(*shape)
    return lambda: module(x)


def both(module, *shape):
    x = torch.randn(*shape, requires_grad=True)
    dy = torch.randn(module(x).shape)

    def run():
        x.grad = None
        module.zero_grad(set_to_none=True)
        module(x).backward(dy)

    return run


class Sequence(nn.Module):
    """All h of an LSTM, batch first."""

    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(64, 128, batch_first=True)

    def forward(self, x):
        return self.lstm(x)[0]


class SelfAttention(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention = nn.MultiheadAttention(128, 4, batch_first=True)

    def forward(self, x):
        return self.attention(x, x, x, need_weights=False)[0]


def layer(make, *shape):
    return lambda: forward(make(), *shape), lambda: both(make(), *shape)


LAYERS = {
    "LINEAR": layer(lambda: nn.Linear(784, 512), 256, 784),
    "CONV_3_16": layer(lambda: nn.Conv2d(3, 16, 3, padding=1), 32, 3, 32, 32),
    "CONV_32_64": layer(lambda: nn.Conv2d(32, 64, 3, padding=1), 16, 32, 32, 32),
    "MAX_POOL": layer(lambda: nn.MaxPool2d(2), 32, 16, 32, 32),
    "BATCH_NORM": layer(lambda: nn.BatchNorm2d(16), 32, 16, 32, 32),
    "LAYER_NORM": layer(lambda: nn.LayerNorm(128), 512, 128),
    "LSTM": layer(Sequence, 32, 32, 64),
    "ATTENTION": layer(SelfAttention, 8, 64, 128),
}

WORKS = {f"MATMUL_{n}": lambda n=n: product(n) for n in (64, 128, 256, 512, 1024)}
for name, (one, two) in LAYERS.items():
    WORKS[name] = one
    WORKS[name + "_BACKWARD"] = two


def millis(run):
    start = time.perf_counter()
    while time.perf_counter() - start < SECONDS / 3:
        run()
    times = []
    start = time.perf_counter()
    while len(times) < LEAST or time.perf_counter() - start < SECONDS:
        before = time.perf_counter()
        run()
        times.append(1000 * (time.perf_counter() - before))
    return statistics.median(times)


def blas():
    """The libraries that do this process's products of matrices, as far as it can tell. Debian's libblas.so.3 is whatever was chosen."""
    try:
        lines = pathlib.Path("/proc/self/maps").read_text().splitlines()
    except OSError:
        return set()
    paths = {line[line.index("/") :] for line in lines if "/" in line}
    chosen = {path for path in paths if path.rsplit("/", 1)[-1].startswith("libblas")}
    return chosen or {path for path in paths if "openblas" in path or "mkl" in path}


def tell_blas():
    torch.randn(2, 2) @ torch.randn(2, 2)
    others = sorted(path for path in blas() if "openblas" not in path)
    if others:
        print(f"PyTorch runs on {', '.join(others)}, not on OpenBLAS: its times are no yardstick.", file=sys.stderr)


if __name__ == "__main__":
    tell_blas()
    chosen = [name.upper() for name in sys.argv[1:]] or list(WORKS)
    with torch.enable_grad():
        print(json.dumps({name: millis(WORKS[name]()) for name in chosen}))
