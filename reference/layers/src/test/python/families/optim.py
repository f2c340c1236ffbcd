"""Optimizers, schedules and clipping of torch.optim, and what it lacks in tensor operations.

A trajectory is a case: theta and all gradients go in, theta after each step comes out. The gradients are given numbers, the same
whatever theta has become, and the rates are given one a step.
"""

import math

import torch
from torch import optim
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

from recording import Draw, recorded_case, shape_of

STEADY = [0.1] * 7
CHANGING = [0.1, 0.1, 0.1, 0.02, 0.02, 0.3, 0.3]


def with_torch(make):
    """The steps of an optimizer of PyTorch."""

    def thetas(start, gradients, rates):
        theta = start.clone().requires_grad_()
        optimizer = make([theta])
        for g, rate in zip(gradients, rates):
            theta.grad = g.clone()
            optimizer.param_groups[0]["lr"] = rate
            optimizer.step()
            yield theta.detach().clone()

    return thetas


def with_operations(update):
    """The steps of a rule that PyTorch lacks: update(theta, g, rate, memory) in its tensor operations."""

    def thetas(start, gradients, rates):
        theta, memory = start, {}
        for g, rate in zip(gradients, rates):
            theta = update(theta, g, rate, memory)
            yield theta

    return thetas


def trajectories(seed, families, row="thetas"):
    """families: arguments, and what makes the steps."""

    def cases():
        d = Draw(seed)
        for arguments, thetas in families:
            for text, draw, shape, rates in (
                ("", d.normal, (3, 5), STEADY),
                (", rate changes", d.normal, (2, 3, 5), CHANGING),
                (", one entry, rate changes", d.normal, (1,), CHANGING),
                (", gradients near 1e3", d.large, (1, 7), CHANGING),
                (", gradients near 1e-3", d.tiny, (5,), STEADY),
                (", integers with exact zeros", d.integers, (5, 2), CHANGING),
            ):
                if rates is CHANGING and thetas in STEADY_ONLY:
                    rates = STEADY
                    text = text.replace(", rate changes", "")
                start, gradients = d.normal(*shape), draw(len(rates), *shape)
                yield recorded_case(
                    f"theta {shape_of(start)}{text}, arguments {arguments}",
                    arguments=arguments,
                    inputs=[start, gradients, torch.tensor(rates)],
                    expected={row: torch.stack(list(thetas(start, gradients, rates)))},
                )

    return cases


def sgd(**options):
    return with_torch(lambda theta: optim.SGD(theta, lr=1.0, **options))


# PyTorch has the rate outside the velocity: equal to a rate inside only while it is steady. Its Nesterov keeps the point that looks
# ahead in place of theta.
steady_momentum = {beta: sgd(momentum=beta) for beta in (0.5, 0.9)}
steady_nesterov = {beta: sgd(momentum=beta, nesterov=True) for beta in (0.5, 0.9)}
STEADY_ONLY = [*steady_momentum.values(), *steady_nesterov.values()]


def momentum(beta):
    def update(theta, g, rate, memory):
        memory["v"] = beta * memory.get("v", 0) - rate * g
        return theta + memory["v"]

    return with_operations(update)


def uncorrected_adam(beta1, beta2, eps):
    def update(theta, g, rate, memory):
        memory["m"] = torch.lerp(g, memory.get("m", torch.zeros_like(g)), beta1)
        memory["v"] = torch.lerp(g * g, memory.get("v", torch.zeros_like(g)), beta2)
        return torch.addcdiv(theta, memory["m"], memory["v"].sqrt() + eps, value=-rate)

    return with_operations(update)


def decoupled(decay):
    def update(theta, g, rate, memory):
        return theta * (1 - decay) - rate * g

    return with_operations(update)


def clipped(d, bound, clip, shapes, draw):
    gradients = [draw(*shape) for shape in shapes]
    parameters = [torch.zeros_like(g).requires_grad_() for g in gradients]
    for p, g in zip(parameters, gradients):
        p.grad = g.clone()
    clip(parameters, bound)
    return recorded_case(
        f"{len(shapes)} gradients, bound {bound}",
        arguments=[bound],
        inputs=gradients,
        expected={f"g{i}": p.grad for i, p in enumerate(parameters)},
    )


def norm_clip(parameters, bound):
    """PyTorch divides by the norm + 1e-6; a bound that is larger by the same share undoes that where it cuts."""
    norm = torch.linalg.vector_norm(torch.cat([p.grad.reshape(-1) for p in parameters])).item()
    clip_grad_norm_(parameters, bound * (norm + 1e-6) / norm if norm > bound else bound)


def clipping(clip, seed):
    def cases():
        d = Draw(seed)
        shapes = [(3, 5), (5,), (2, 3, 7)]
        yield clipped(d, 1.0, clip, shapes, d.normal)
        yield clipped(d, 0.25, clip, [(1,)], d.negative)
        yield clipped(d, 7.0, clip, shapes, d.large)
        yield clipped(d, 1000.0, clip, shapes, d.normal)
        yield clipped(d, 0.5, clip, [(7, 2), (1, 3)], d.integers)

    return cases


def rates_of(make, start, epochs, observe=None):
    optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=start)
    schedule = make(optimizer)
    for epoch in range(epochs):
        yield optimizer.param_groups[0]["lr"]
        optimizer.step()
        schedule.step() if observe is None else schedule.step(observe[epoch])


def scheduled(start, arguments, make, epochs=13):
    rates = torch.tensor(list(rates_of(make, start, epochs)))
    return recorded_case(f"arguments {arguments}", arguments=arguments, inputs=[], expected={"rates": rates})


def by_lambda(start, arguments, factor):
    return scheduled(start, arguments, lambda o: optim.lr_scheduler.LambdaLR(o, factor))


def fractional():
    for start, decay in ((0.1, 1.0), (0.3, 0.0), (2.0, 0.37)):
        yield by_lambda(start, [start, decay], lambda epoch: 1 / (1 + decay * epoch))


def step():
    for start, every, removed in ((0.1, 3, 0.5), (0.3, 1, 0.1), (1.0, 5, 0.9)):
        make = lambda o: optim.lr_scheduler.StepLR(o, every, gamma=1 - removed)
        yield scheduled(start, [start, every, removed], make)


def exponential():
    for start, kept in ((0.1, 0.5), (0.3, 1.0), (1.0, 0.87)):
        yield scheduled(start, [start, kept], lambda o: optim.lr_scheduler.ExponentialLR(o, kept))


def inverse_root():
    for start, factor in ((0.1, 0.5), (0.3, 1.0), (1.0, 0.87)):
        yield by_lambda(start, [start, factor], lambda epoch: factor / math.sqrt(epoch) if epoch else 1)


def warm_up():
    for width, warmup in ((512, 5), (7, 1), (11, 40)):
        factor = lambda update: width**-0.5 * min((update + 1) ** -0.5, (update + 1) * warmup**-1.5)
        yield by_lambda(1.0, [width, warmup], factor)


def robbins_monro():
    for alpha in (0.1, 1.0, 3.0):
        yield by_lambda(alpha, [alpha], lambda update: 1 / (update + 1))


def manual():
    for start, every, kept in ((0.1, 4, 0.1), (0.3, 1, 0.5), (2.0, 5, 0.25)):
        make = lambda o: optim.lr_scheduler.MultiStepLR(o, milestones=[every, 2 * every], gamma=kept)
        yield scheduled(start, [every, start, start * kept, start * kept * kept], make)


def plateau():
    losses = [5, 4, 4, 4, 4, 3, 3.5, 3.2, 3.1, 2.9, 3, 3, 3, 3, 3, 3, 2, 1]
    for start, factor, patience in ((0.1, 0.1, 2), (0.3, 0.5, 0), (1.0, 0.3, 1)):
        make = lambda o: optim.lr_scheduler.ReduceLROnPlateau(
            o, factor=factor, patience=patience, threshold=0, eps=0
        )
        rates = torch.tensor(list(rates_of(make, start, len(losses), losses)))
        arguments = [start, factor, patience]
        yield recorded_case(
            f"arguments {arguments}", arguments=arguments, inputs=[torch.tensor(losses, dtype=torch.float64)],
            expected={"rates": rates},
        )


def lbfgs():
    """Steps of length 1, the first min(1, 1 / sum of |gradient|), on the quadratic x A x / 2 - b x."""
    d = Draw(41)
    for n, memory, steps in ((5, 2, 7), (3, 1, 9), (7, 20, 8)):
        root, b, start = d.normal(n, n), d.normal(n), d.normal(n)
        a = torch.round(torch.eye(n) + root @ root.t() / n, decimals=3)  # an input, so equal everywhere
        x = start.clone().requires_grad_()
        optimizer = optim.LBFGS([x], lr=1, max_iter=1, history_size=memory, tolerance_grad=0, tolerance_change=0)

        def closure():
            optimizer.zero_grad()
            f = x @ a @ x / 2 - b @ x
            f.backward()
            return f

        points = []
        for _ in range(steps):
            optimizer.step(closure)
            points.append(x.detach().clone())
        yield recorded_case(
            f"x ({n}), memory {memory}",
            arguments=[memory, steps],
            inputs=[start, a, b],
            expected={"points": torch.stack(points)},
        )


def torch_optimizer(make, **options):
    return with_torch(lambda theta: make(theta, lr=1.0, **options))


USUAL, OTHER = [0.9, 0.999, 1e-8], [0.7, 0.95, 1e-3]

RECORDINGS = {
    "optim/gradient-descent": trajectories(1, [([], sgd())]),
    "optim/momentum": trajectories(2, [([0.9], momentum(0.9)), ([0.0], momentum(0.0))]),
    "optim/steady-momentum": trajectories(3, [([beta], thetas) for beta, thetas in steady_momentum.items()]),
    "optim/accumulated-momentum": trajectories(4, [([beta], sgd(momentum=beta)) for beta in (0.9, 0.5, 0.0)]),
    "optim/steady-nesterov": trajectories(
        5, [([beta], thetas) for beta, thetas in steady_nesterov.items()], row="ahead"
    ),
    "optim/adagrad": trajectories(6, [([eps], torch_optimizer(optim.Adagrad, eps=eps)) for eps in (1e-10, 1e-2)]),
    "optim/rms-prop": trajectories(
        7, [([beta, eps], torch_optimizer(optim.RMSprop, alpha=beta, eps=eps)) for beta, eps in ((0.9, 1e-8), (0.5, 1e-2))]
    ),
    "optim/adam": trajectories(8, [(a, torch_optimizer(optim.Adam, betas=a[:2], eps=a[2])) for a in (USUAL, OTHER)]),
    "optim/uncorrected-adam": trajectories(9, [(a, uncorrected_adam(*a)) for a in (USUAL, OTHER)]),
    "optim/adam-w": trajectories(
        10,
        [
            (a + [decay], torch_optimizer(optim.AdamW, betas=a[:2], eps=a[2], weight_decay=decay))
            for a, decay in ((USUAL, 0.01), (OTHER, 0.3))
        ],
    ),
    "optim/penalised-descent": trajectories(11, [([decay], sgd(weight_decay=decay)) for decay in (0.01, 0.3)]),
    "optim/penalised-adam": trajectories(
        12, [([decay], torch_optimizer(optim.Adam, weight_decay=decay)) for decay in (0.01, 0.3)]
    ),
    "optim/decoupled-descent": trajectories(13, [([decay], decoupled(decay)) for decay in (0.01, 0.3)]),
    "optim/value-clipping": clipping(clip_grad_value_, 21),
    "optim/norm-clipping": clipping(norm_clip, 22),
    "optim/fractional-decay": fractional,
    "optim/step-decay": step,
    "optim/exponential-decay": exponential,
    "optim/inverse-root-decay": inverse_root,
    "optim/warm-up": warm_up,
    "optim/robbins-monro": robbins_monro,
    "optim/manual-rates": manual,
    "optim/plateau-decay": plateau,
    "optim/lbfgs": lbfgs,
}
