"""Initialisers of torch.nn.init.

Random numbers differ from ours, so what is recorded is how far PyTorch spreads them: the same numbers drawn before with the standard
deviation 1, or between -1 and 1, and by the initialiser, show its deviation or bound as their quotient.
"""

import torch
from recording import recorded_case
from torch.nn import init

SHAPES = (7, 3), (1, 11), (5, 2), (13, 5, 3), (2, 3, 5, 7), (5, 1, 2, 2)


def factor(initialise, standard, shape):
    """What the initialiser makes of standard random numbers."""
    torch.manual_seed(1)
    w = initialise(torch.empty(shape))
    torch.manual_seed(1)
    z = standard(torch.empty(shape))
    one = w.reshape(-1)[0] / z.reshape(-1)[0]
    assert torch.allclose(w, z * one, rtol=1e-14, atol=0), "not a multiple of standard numbers"
    return one


def spread(row, initialise, standard):
    def cases():
        for shape in SHAPES:
            theirs = shape[::-1] if len(shape) == 2 else shape  # a matrix of PyTorch has a row for each output
            yield recorded_case(
                f"w {shape}", arguments=shape, inputs=[], expected={row: factor(initialise, standard, theirs)}
            )

    return cases


def normal(initialise):
    return spread("deviation", initialise, lambda t: t.normal_(0, 1))


def uniform(initialise):
    return spread("bound", initialise, lambda t: t.uniform_(-1, 1))


def orthogonal():
    """The products of rows, where there are at most as many as columns, otherwise of columns."""
    torch.manual_seed(2)
    for shape in (7, 3), (3, 11), (5, 5), (1, 7), (5, 2, 3, 1), (7, 1, 2, 2):
        w = init.orthogonal_(torch.empty(shape)).flatten(1)
        products = w @ w.t() if w.shape[0] <= w.shape[1] else w.t() @ w
        yield recorded_case(f"w {shape}", arguments=shape, inputs=[], expected={"products": products})


RECORDINGS = {
    "init/xavier-normal": normal(lambda t: init.kaiming_normal_(t, nonlinearity="linear")),
    "init/xavier-uniform": uniform(lambda t: init.kaiming_uniform_(t, nonlinearity="linear")),
    "init/he-normal": normal(lambda t: init.kaiming_normal_(t, nonlinearity="relu")),
    "init/he-uniform": uniform(lambda t: init.kaiming_uniform_(t, nonlinearity="relu")),
    "init/glorot-normal": normal(init.xavier_normal_),
    "init/glorot-uniform": uniform(init.xavier_uniform_),
    "init/gaussian": normal(lambda t: init.normal_(t, 0, 0.01)),
    "init/orthogonal": orthogonal,
}
