"""Normalising layers.

Our momentum weighs the old running value, PyTorch's the new one: theirs is 1 - ours. Our running variance is the biased
one, as in training; PyTorch multiplies it by n / (n - 1) before it blends it in. So the running variance is recorded
as PyTorch's with that factor taken back, and is NaN in PyTorch, thus not to be had, where n = 1.
"""

import torch
from recording import Draw, recorded_case, shape_of
from torch.nn import functional

EPS = 1e-5


def evaluated(text, forward, x, parameters, dy, arguments, state=None, running=None):
    """A case of a layer: y, dx and the gradients of its parameters."""
    leaf = x.clone().requires_grad_()
    learned = {name: p.clone().requires_grad_() for name, p in parameters.items()}
    y = forward(leaf, **learned)
    y.backward(dy)
    gradients = {"backward.d" + name: p.grad for name, p in learned.items()}
    return recorded_case(
        f"x {shape_of(x)}{text}",
        arguments=arguments,
        parameters=parameters,
        state=state,
        inputs=[x],
        upstreams=[dy],
        expected={"forward": y, "backward.dx": leaf.grad, **gradients, **(running() if running else {})},
    )


def batch_case(d, text, x, momentum, eps, mode):
    features = x.shape[1]
    state = {"runningMean": d.normal(features), "runningVar": d.normal(features).abs() + 0.5}
    mean, variance = state["runningMean"].clone(), state["runningVar"].clone()
    n = x.numel() // features

    def forward(x, gamma, beta):
        train = mode == "TRAIN"
        return functional.batch_norm(x, mean, variance, gamma, beta, train, 1 - momentum, eps)

    def running():
        if mode == "EVAL":
            return {"runningMean": mean, "runningVar": variance}
        old = momentum * state["runningVar"]
        return {"runningMean": mean, "runningVar": old + (variance - old) * (n - 1) / n}

    parameters = {"gamma": d.normal(features), "beta": d.normal(features)}
    arguments = [features, momentum, eps, mode]
    text = f", momentum {momentum}, eps {eps}, {mode}{text}"
    return evaluated(text, forward, x, parameters, d.upstream(*x.shape), arguments, state, running)


def batch_norm():
    d = Draw(301)
    for mode in "TRAIN", "EVAL":
        yield batch_case(d, "", d.normal(5, 7), 0.9, EPS, mode)
        yield batch_case(d, "", d.normal(2, 3), 0.99, 1e-3, mode)
        yield batch_case(d, "", d.normal(11, 2), 0.7, 0.0, mode)
        yield batch_case(d, ", negative", d.negative(3, 5), 0.9, EPS, mode)
        yield batch_case(d, ", variance about eps", d.tiny(7, 3), 0.9, 1e-6, mode)
        yield batch_case(d, ", near 1e3", d.large(3, 5), 0.9, EPS, mode)
    yield batch_case(d, "", d.normal(1, 5), 0.9, EPS, "EVAL")
    yield batch_case(d, ", with +1000 and -1000", d.saturating(5, 3), 0.9, EPS, "TRAIN")
    yield batch_case(d, ", a constant feature", constant_channel(d.normal(5, 3)), 0.9, EPS, "TRAIN")


def constant_channel(x):
    x[:, 1] = 3.0
    return x


def spatial_batch_norm():
    d = Draw(302)
    for mode in "TRAIN", "EVAL":
        yield batch_case(d, "", d.normal(5, 3, 2, 3), 0.9, EPS, mode)
        yield batch_case(d, "", d.normal(1, 2, 3, 5), 0.99, 1e-3, mode)
        yield batch_case(d, "", d.normal(3, 5, 1, 1), 0.7, 0.0, mode)
        yield batch_case(d, ", variance about eps", d.tiny(2, 3, 5, 1), 0.9, 1e-6, mode)
        yield batch_case(d, ", near 1e3", d.large(2, 3, 1, 5), 0.9, EPS, mode)
    yield batch_case(d, ", a constant channel", constant_channel(d.normal(2, 3, 5, 2)), 0.9, EPS, "TRAIN")


def layer_norm():
    d = Draw(303)

    def case(x, eps, text=""):
        features = x.shape[-1]
        parameters = {"gamma": d.normal(features), "beta": d.normal(features)}

        def forward(x, gamma, beta):
            return functional.layer_norm(x, (features,), gamma, beta, eps)

        return evaluated(f", eps {eps}{text}", forward, x, parameters, d.upstream(*x.shape), [features, eps])

    yield case(d.normal(5, 7), EPS)
    yield case(d.normal(2, 3, 5), 1e-3)
    yield case(d.normal(1, 11), 0.0)
    yield case(d.normal(7), EPS)
    yield case(d.normal(3, 2), EPS)
    yield case(d.negative(3, 5), EPS, ", negative")
    yield case(d.tiny(5, 3), 1e-6, ", variance about eps")
    yield case(d.far_rows(3, 5), EPS, ", rows near 1000, 0 and -1000")
    yield case(d.saturating(2, 7), EPS, ", with +1000 and -1000")


def image_case(d, function, arguments, text, x):
    parameters = {"gamma": d.normal(x.shape[1]), "beta": d.normal(x.shape[1])}
    return evaluated(text, function, x, parameters, d.upstream(*x.shape), arguments)


def instance_norm():
    d = Draw(304)

    def case(x, eps, text=""):
        def forward(x, gamma, beta):
            return functional.instance_norm(x, weight=gamma, bias=beta, eps=eps)

        return image_case(d, forward, [x.shape[1], eps], f", eps {eps}{text}", x)

    yield case(d.normal(2, 3, 5, 2), EPS)
    yield case(d.normal(1, 5, 3, 2), 1e-3)
    yield case(d.normal(3, 2, 1, 11), 0.0)
    yield case(d.tiny(2, 3, 5, 1), 1e-6, ", variance about eps")
    yield case(d.large(2, 3, 2, 5), EPS, ", near 1e3")


def group_norm():
    d = Draw(305)

    def case(x, groups, eps, text=""):
        def forward(x, gamma, beta):
            return functional.group_norm(x, groups, gamma, beta, eps)

        text = f", {groups} groups, eps {eps}{text}"
        return image_case(d, forward, [x.shape[1], groups, eps], text, x)

    yield case(d.normal(2, 6, 3, 5), 3, EPS)
    yield case(d.normal(3, 6, 1, 5), 2, EPS)
    yield case(d.normal(1, 10, 3, 2), 5, 1e-3)
    yield case(d.normal(3, 5, 2, 1), 1, 0.0)
    yield case(d.normal(2, 3, 5, 1), 3, EPS)
    yield case(d.tiny(2, 6, 5, 1), 2, 1e-6, ", variance about eps")
    yield case(d.large(2, 6, 1, 5), 3, EPS, ", near 1e3")


def rms_norm():
    """PyTorch 1.13 has none; its formula in autograd's operations."""
    d = Draw(306)

    def case(x, eps, text=""):
        def forward(x, gamma):
            return x * torch.rsqrt((x * x).mean(-1, keepdim=True) + eps) * gamma

        parameters = {"gamma": d.normal(x.shape[-1])}
        return evaluated(f", eps {eps}{text}", forward, x, parameters, d.upstream(*x.shape), [x.shape[-1], eps])

    yield case(d.normal(5, 7), EPS)
    yield case(d.normal(2, 3, 5), 1e-3)
    yield case(d.normal(1, 11), 0.0)
    yield case(d.normal(7), EPS)
    yield case(d.negative(3, 5), EPS, ", negative")
    yield case(d.tiny(5, 3), 1e-6, ", mean square about eps")
    yield case(d.far_rows(3, 5), EPS, ", rows near 1000, 0 and -1000")


def in_use(seed, function, *shapes):
    """Dropout out of training, where nothing is random."""

    def cases():
        d = Draw(seed)
        for shape, p in zip(shapes, (0.2, 0.5, 0.7)):
            x = d.normal(*shape)
            yield evaluated(f", p {p}", lambda x: function(x, p), x, {}, d.upstream(*shape), [p])

    return cases


def scaled(x, p):
    """PyTorch has it with the mask enlarged only; the scaling is autograd's."""
    return x * (1 - p)


RECORDINGS = {
    "norm/batch-norm": batch_norm,
    "norm/spatial-batch-norm": spatial_batch_norm,
    "norm/layer-norm": layer_norm,
    "norm/instance-norm": instance_norm,
    "norm/group-norm": group_norm,
    "norm/rms-norm": rms_norm,
    "norm/dropout-in-use": in_use(307, lambda x, p: functional.dropout(x, p, False), (5, 7), (1, 3), (2, 3, 5)),
    "norm/spatial-dropout-in-use": in_use(
        308, lambda x, p: functional.dropout2d(x, p, False), (2, 3, 5, 7), (1, 5, 3, 2), (3, 2, 1, 5)
    ),
    "norm/test-scaled-dropout-in-use": in_use(309, scaled, (5, 7), (1, 3), (2, 3, 5)),
}
