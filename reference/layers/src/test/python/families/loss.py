"""Losses and penalties. What PyTorch lacks is written in its operations; the gradients are autograd's all the same."""

import math

import torch
from recording import Draw, recorded_case, shape_of
from torch.nn import functional


def leaves(*tensors):
    return [t.clone().requires_grad_() for t in tensors]


def reduced(terms, reduction):
    divisor = {"SUM": 1, "HALF_SUM": 2, "MEAN_BATCH": terms.shape[0], "MEAN_ALL": terms.numel()}[reduction]
    return terms.sum() / divisor


def probabilities(d, *shape):
    """From 0.05 to 0.95."""
    return d.tensor(shape, lambda: round(0.05 + 0.9 * d.uniform(), 3))


def decisions(d, *shape):
    """0 or 1."""
    return d.tensor(shape, lambda: float(d.below(2)))


def entrywise(term, prediction_of, target_of, seed, wide=(), arguments=()):
    """A loss of the entries of two tensors, in all its reductions; wide adds cases (text, prediction, target)."""

    def record(text, reduction, prediction, target):
        (leaf,) = leaves(prediction)
        loss = reduced(term(leaf, target), reduction)
        loss.backward()
        return recorded_case(
            f"prediction {shape_of(prediction)}, target {shape_of(target)}, {reduction}{text}",
            arguments=[reduction, *arguments],
            inputs=[prediction, target],
            expected={"forward": loss, "backward.dx": leaf.grad},
        )

    d = Draw(seed)
    shapes = {"MEAN_BATCH": (5, 3), "SUM": (3, 7), "MEAN_ALL": (7, 2), "HALF_SUM": (2, 5)}
    for reduction, shape in shapes.items():
        yield record("", reduction, prediction_of(d, *shape), target_of(d, *shape))
    yield record("", "MEAN_BATCH", prediction_of(d, 1, 3), target_of(d, 1, 3))
    yield record(", images", "MEAN_ALL", prediction_of(d, 2, 1, 3, 5), target_of(d, 2, 1, 3, 5))
    for text, prediction, target in wide:
        yield record(text, "MEAN_BATCH", prediction, target)


def mean_absolute_error():
    d = Draw(31)
    wide = [
        (", whole numbers", d.integers(5, 3), d.integers(5, 3)),
        (", around 1000", d.large(3, 2), d.large(3, 2)),
    ]
    term = lambda y, t: functional.l1_loss(y, t, reduction="none")
    return entrywise(term, Draw.normal, Draw.normal, 30, wide)


def huber():
    for number, delta in enumerate((1.0, 0.3, 2.5)):
        d = Draw(41 + number)
        wide = [
            (", whole numbers", d.integers(5, 3), d.integers(5, 3)),
            (", around 1000", d.large(3, 2), d.large(3, 2)),
        ]
        term = lambda y, t: functional.huber_loss(y, t, reduction="none", delta=delta)
        yield from entrywise(term, Draw.normal, Draw.normal, 44 + number, wide, [delta])


def binary_cross_entropy():
    d = Draw(51)
    wide = [
        (", soft targets", probabilities(d, 5, 3), probabilities(d, 5, 3)),
        (", near the ends", torch.tensor([[1e-9, 1 - 1e-9], [1e-11, 0.5]]), torch.tensor([[1.0, 0.0], [1.0, 0.25]])),
    ]
    term = lambda p, y: functional.binary_cross_entropy(p, y, reduction="none")
    return entrywise(term, probabilities, decisions, 50, wide)


def sigmoid_cross_entropy():
    d = Draw(61)
    wide = [
        (", soft targets", d.normal(5, 3), probabilities(d, 5, 3)),
        (", with +1000 and -1000", d.saturating(5, 2), decisions(d, 5, 2)),
        (", near 1e-3", d.tiny(3, 2), decisions(d, 3, 2)),
    ]
    term = lambda s, y: functional.binary_cross_entropy_with_logits(s, y, reduction="none")
    return entrywise(term, Draw.normal, decisions, 60, wide)


def labelled(text, make, scores, labels, arguments=(), more=()):
    (leaf,) = leaves(scores)
    loss = make(leaf, labels)
    loss.backward()
    return recorded_case(
        f"scores {shape_of(scores)}, labels {shape_of(labels)}{text}",
        arguments=arguments,
        inputs=[scores, labels, *more],
        expected={"forward": loss, "backward.dx": leaf.grad},
    )


def cross_entropy():
    make = lambda p, labels: functional.nll_loss(p.log(), labels)
    d = Draw(70)
    for n, c in ((5, 7), (1, 3), (7, 2)):
        p = probabilities(d, n, c)
        yield labelled("", make, p / p.sum(1, keepdim=True), d.labels(n, c))
    yield labelled(", rows of another sum", make, probabilities(d, 3, 5), d.labels(3, 5))


def weighted_softmax_cross_entropy():
    d = Draw(80)
    weights = lambda c: d.tensor((c,), lambda: round(0.2 + 2 * d.uniform(), 3))

    def case(text, scores, labels, weight, ignored, smoothing):
        make = lambda z, y: functional.cross_entropy(
            z, y, weight=weight, ignore_index=ignored, label_smoothing=smoothing
        )
        text = f", ignored {ignored}, smoothing {smoothing}{text}"
        return labelled(text, make, scores, labels, [ignored, smoothing], [weight])

    yield case("", d.normal(5, 7), d.labels(5, 7), weights(7), -1, 0.0)
    yield case("", d.normal(5, 3), torch.tensor([0, -1, 2, -1, 1]), weights(3), -1, 0.0)
    yield case("", d.normal(7, 3), torch.tensor([0, 1, 2, 1, 1, 0, 2]), weights(3), 1, 0.0)
    yield case("", d.normal(5, 2), d.labels(5, 2), weights(2), -1, 0.1)
    yield case("", d.normal(5, 3), torch.tensor([0, -1, 2, -1, 1]), weights(3), -1, 0.3)
    yield case("", d.normal(3, 5), d.labels(3, 5), weights(5), -1, 1.0)
    yield case(", equal weights", d.normal(7, 5), d.labels(7, 5), torch.ones(5), -1, 0.1)
    yield case(", a class of no weight", d.normal(3, 2), torch.tensor([0, 1, 0]), torch.tensor([1.5, 0.0]), -1, 0.2)
    yield case(", rows near 1000, 0 and -1000", d.far_rows(3, 7), d.labels(3, 7), weights(7), -1, 0.1)
    yield case(", with +1000 and -1000", d.saturating(3, 5), d.labels(3, 5), weights(5), -1, 0.1)
    yield case("", d.normal(1, 3), d.labels(1, 3), weights(3), -1, 0.2)


def hinge():
    def make(s, labels):
        rivals = torch.ones_like(s).scatter(1, labels[:, None], 0)
        excess = s - s.gather(1, labels[:, None]) + 1
        return (functional.relu(excess) * rivals).sum() / len(labels)

    d = Draw(90)
    for n, c in ((5, 7), (1, 3), (7, 2)):
        yield labelled("", make, d.normal(n, c), d.labels(n, c))
    yield labelled(", whole numbers", make, d.integers(5, 7), d.labels(5, 7))
    yield labelled(", around 1000", make, d.large(3, 5), d.labels(3, 5))


def per_pixel():
    d = Draw(100)
    for n, c, h, w in ((2, 3, 5, 7), (1, 2, 3, 5), (3, 5, 1, 2)):
        labels = d.labels(n * h * w, c).reshape(n, h, w)
        yield labelled("", functional.cross_entropy, d.normal(n, c, h, w), labels)


def kullback_leibler():
    def record(text, mu, log_variance):
        m, v = leaves(mu, log_variance)
        loss = 0.5 * (m.square() + v.exp() - 1 - v).sum() / len(mu)
        loss.backward()
        return recorded_case(
            f"mu and log variance {shape_of(mu)}{text}",
            inputs=[mu, log_variance],
            expected={"forward": loss, "backward.dmu": m.grad, "backward.dlogVariance": v.grad},
        )

    d = Draw(110)
    for n, k in ((5, 7), (1, 3), (7, 2)):
        yield record("", d.normal(n, k), d.normal(n, k))
    yield record(", variances far below 1", d.large(3, 2), d.negative(3, 2) * 100)


def java_normal(seed, count):
    """The noise that gradus.tensor.Seed draws: Box and Muller (1958) on pairs of uniform numbers."""
    u = Draw(seed)
    numbers = [u.uniform() for _ in range(count + count % 2)]
    noise = []
    for a, b in zip(numbers[::2], numbers[1::2]):
        radius = math.sqrt(-2 * math.log(1 - a))
        noise += [radius * math.cos(2 * math.pi * b), radius * math.sin(2 * math.pi * b)]
    return noise[:count]


def gaussian_sample():
    def record(seed, mu, log_variance, dz):
        m, v = leaves(mu, log_variance)
        z = m + (v / 2).exp() * torch.tensor(java_normal(seed, mu.numel())).reshape(mu.shape)
        z.backward(dz)
        return recorded_case(
            f"mu and log variance {shape_of(mu)}, seed {seed}",
            arguments=[seed],
            inputs=[mu, log_variance],
            upstreams=[dz],
            expected={"forward": z, "backward.dmu": m.grad, "backward.dlogVariance": v.grad},
        )

    d = Draw(120)
    for seed, shape in ((7, (5, 7)), (8, (1, 3)), (9, (2, 3, 5))):
        yield record(seed, d.normal(*shape), d.normal(*shape), d.upstream(*shape))


def gan():
    def record(text, real, fake):
        r, f = leaves(real, fake)
        judged = -0.5 * functional.logsigmoid(r).mean() - 0.5 * functional.logsigmoid(-f).mean()
        dreal, dfake = torch.autograd.grad(judged, (r, f))
        minimax = 0.5 * functional.logsigmoid(-f).mean()
        lively = -0.5 * functional.logsigmoid(f).mean()
        return recorded_case(
            f"real {shape_of(real)}, fake {shape_of(fake)}{text}",
            inputs=[real, fake],
            expected={
                "discriminator": judged,
                "discriminator.dreal": dreal,
                "discriminator.dfake": dfake,
                "minimax": minimax,
                "minimax.dfake": torch.autograd.grad(minimax, f)[0],
                "nonsaturating": lively,
                "nonsaturating.dfake": torch.autograd.grad(lively, f)[0],
            },
        )

    d = Draw(130)
    yield record("", d.normal(5, 1), d.normal(7, 1))
    yield record("", d.normal(3), d.normal(2))
    yield record(", patches", d.normal(2, 1, 3, 5), d.normal(2, 1, 3, 5))
    yield record(", with +1000 and -1000", d.saturating(5, 1), d.saturating(3, 1))


def penalty(value, *strengths):
    def make():
        d = Draw(140)
        for theta in (d.normal(5, 3), d.integers(7, 2), d.large(2, 3, 1, 5), d.normal(1)):
            for strength in strengths:
                (leaf,) = leaves(theta)
                r = value(leaf, *strength)
                r.backward()
                yield recorded_case(
                    f"theta {shape_of(theta)}, {strength}",
                    arguments=strength,
                    inputs=[theta],
                    expected={"value": r, "gradient": leaf.grad},
                )

    return make


def max_norm():
    d = Draw(150)
    for axis, theta in ((1, d.normal(5, 3)), (0, d.normal(3, 2, 5, 7)), (-1, d.normal(1, 2)), (1, d.integers(2, 7))):
        others = [i for i in range(theta.dim()) if i != axis % theta.dim()]
        norm = theta.square().sum(others, keepdim=True).sqrt()
        projected = torch.where(norm > 1.7, theta * 1.7 / norm, theta)
        yield recorded_case(
            f"theta {shape_of(theta)}, limit 1.7 along axis {axis}",
            arguments=[1.7, axis],
            inputs=[theta],
            expected={"project": projected},
        )


RECORDINGS = {
    "loss/mean-absolute-error": mean_absolute_error,
    "loss/huber": huber,
    "loss/binary-cross-entropy": binary_cross_entropy,
    "loss/sigmoid-cross-entropy": sigmoid_cross_entropy,
    "loss/cross-entropy": cross_entropy,
    "loss/weighted-softmax-cross-entropy": weighted_softmax_cross_entropy,
    "loss/hinge": hinge,
    "loss/per-pixel": per_pixel,
    "loss/kullback-leibler": kullback_leibler,
    "loss/gaussian-sample": gaussian_sample,
    "loss/gan": gan,
    "penalty/l1": penalty(lambda t, lam: lam * t.abs().sum(), [0.3], [2.0]),
    "penalty/l2": penalty(lambda t, lam: lam / 2 * t.square().sum(), [0.3], [2.0]),
    "penalty/elastic-net": penalty(
        lambda t, lam, beta: lam * (beta * t.square() + t.abs()).sum(), [0.3, 0.7], [2.0, 0.1]
    ),
    "penalty/max-norm": max_norm,
}
