"""Activations but those of the exercises, whose recordings are the checks'."""

import torch
from recording import Draw, recorded_case, shape_of
from torch.nn import functional


def case(text, function, x, dy, arguments=(), parameters=None):
    """One case; the function takes x and then the parameters."""
    parameters = parameters or {}
    leaf = x.clone().requires_grad_()
    leaves = {name: t.clone().requires_grad_() for name, t in parameters.items()}
    y = function(leaf, *leaves.values())
    y.backward(dy)
    gradients = {f"backward.d{name}": t.grad for name, t in leaves.items()}
    return recorded_case(
        f"x {shape_of(x)}{text}",
        arguments=arguments,
        parameters=parameters,
        inputs=[x],
        upstreams=[dy],
        expected={"forward": y, "backward.dx": leaf.grad, **gradients},
    )


def entry_by_entry(seed, *functions):
    """All shapes and kinds of numbers for a function, or the cases shared out among a few, each with its arguments."""
    d = Draw(seed)
    inputs = [
        ("", d.normal(5, 7)),
        ("", d.normal(1, 3)),
        ("", d.normal(2, 3, 5)),
        (", negative", d.negative(3, 5)),
        (", near 1e-3", d.tiny(7, 2)),
        (", integers with exact zeros", d.integers(5, 3)),
        (", with +1000 and -1000", d.saturating(3, 5)),
    ]
    for i, (text, x) in enumerate(inputs):
        function, arguments = functions[i % len(functions)]
        yield case(text + "".join(f", {a}" for a in arguments), function, x, d.upstream(*x.shape), arguments)


def with_numbers(function, *numbers):
    """The function with each of the numbers behind x."""
    return [(lambda x, number=number: function(x, number), (number,)) for number in numbers]


def parametric_relu():
    d = Draw(103)
    shapes = [(5, 7), (1, 3), (2, 3, 5), (1, 5, 3, 2), (5,), (3, 2)]
    for shape in shapes:
        for channels in sorted({1, shape[1] if len(shape) > 1 else 1}):
            alpha = d.normal(channels)
            yield case(
                f", alpha {shape_of(alpha)}",
                functional.prelu,
                d.normal(*shape),
                d.upstream(*shape),
                (channels,),
                {"alpha": alpha},
            )
    alpha = torch.tensor([0.25, 3.0, -2.0])
    yield case(
        ", alpha above 1 and below 0, exact zeros", functional.prelu, d.integers(5, 3), d.upstream(5, 3), (3,), {"alpha": alpha}
    )


def of_rows(function, seed):
    d = Draw(seed)
    yield case("", function, d.normal(5, 7), d.upstream(5, 7))
    yield case("", function, d.normal(1, 3), d.upstream(1, 3))
    yield case("", function, d.normal(7, 2), d.upstream(7, 2))
    yield case(", near 1e-3", function, d.tiny(2, 5), d.upstream(2, 5))
    yield case(", rows near 1000, 0 and -1000", function, d.far_rows(3, 7), d.upstream(3, 7))
    yield case(", with +1000 and -1000", function, d.saturating(3, 5), d.upstream(3, 5))


def swish(x, beta):
    return x * torch.sigmoid(beta * x)


def softplus(x):
    return functional.softplus(x, threshold=500)  # beyond 20, the usual threshold, x itself is off by 2e-9


RECORDINGS = {
    "activation/identity": lambda: entry_by_entry(101, (lambda x: x * 1, ())),
    "activation/leaky-relu": lambda: entry_by_entry(102, *with_numbers(functional.leaky_relu, 0.01, 0.5, 2.0)),
    "activation/parametric-relu": parametric_relu,
    "activation/elu": lambda: entry_by_entry(104, *with_numbers(functional.elu, 1.0, 0.3)),
    "activation/selu": lambda: entry_by_entry(105, (torch.selu, ())),
    "activation/gelu": lambda: entry_by_entry(106, (functional.gelu, ())),
    "activation/softplus": lambda: entry_by_entry(107, (softplus, ())),
    "activation/swish": lambda: entry_by_entry(108, (functional.silu, (1.0,)), *with_numbers(swish, 1.7, -0.6)),
    "activation/swish-doubled": lambda: entry_by_entry(109, *with_numbers(lambda x, beta: 2 * swish(x, beta), 1.0, 0.0)),
    "activation/sign": lambda: entry_by_entry(110, (torch.sign, ())),
    "activation/square": lambda: entry_by_entry(111, (torch.square, ())),
    "activation/log-softmax": lambda: of_rows(lambda x: torch.log_softmax(x, -1), 112),
}
