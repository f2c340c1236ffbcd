"""Nodes of a graph whose gradient is a matter of convention, or goes to some entries alone."""

import torch
from recording import Draw, recorded_case, shape_of


def leaf_of(x):
    return x.clone().requires_grad_()


def maximum():
    """Along one axis, which stays: of equal maxima the first gets the gradient."""

    def record(text, x, axis, d):
        leaf = leaf_of(x)
        y = leaf.max(axis, keepdim=True).values
        dy = d.upstream(*y.shape)
        y.backward(dy)
        return recorded_case(
            f"x {shape_of(x)}, axis {axis}{text}",
            arguments=[axis],
            inputs=[x],
            upstreams=[dy],
            expected={"forward": y, "backward.dx": leaf.grad},
        )

    d = Draw(301)
    yield record("", d.normal(5, 3), 1, d)
    yield record("", d.negative(3, 7), 0, d)
    yield record("", d.normal(1, 5), 1, d)
    yield record("", d.normal(3, 5, 2), 1, d)
    yield record("", d.large(2, 5, 3, 7), -2, d)
    yield record("", d.tiny(7), 0, d)
    yield record(", one entry each", d.normal(5, 1), 1, d)
    yield record(", with equal maxima", d.integers(7, 11), 1, d)
    yield record(", with equal maxima", d.integers(11, 2, 3), 0, d)
    yield record(", all equal", torch.full((3, 5), -2.0), -1, d)
    yield record(", with +1000 and -1000", d.saturating(5, 7), 0, d)


def pick():
    """One entry of every row of the last axis."""

    def record(text, x, columns, d):
        leaf = leaf_of(x)
        y = leaf.gather(-1, columns.unsqueeze(-1)).squeeze(-1)
        dy = d.upstream(*y.shape)
        y.backward(dy)
        return recorded_case(
            f"x {shape_of(x)}, columns {shape_of(columns)}{text}",
            inputs=[x, columns],
            upstreams=[dy],
            expected={"forward": y, "backward.dx": leaf.grad},
        )

    d = Draw(302)
    yield record("", d.normal(5, 7), d.labels(5, 7), d)
    yield record("", d.normal(1, 3), d.labels(1, 3), d)
    yield record("", d.large(7, 2), d.labels(7, 2), d)
    yield record("", d.integers(3, 2, 5), d.labels(6, 5).reshape(3, 2), d)
    yield record(", one entry each", d.normal(5, 1), d.labels(5, 1), d)


def power():
    """Where the base or the exponent is 0 the formulas of both slopes may say 0 times infinity."""

    def record(text, a, b, d):
        leaves = [leaf_of(a), leaf_of(b)]
        y = leaves[0] ** leaves[1]
        dy = d.upstream(*y.shape)
        y.backward(dy)
        return recorded_case(
            f"a {shape_of(a)}, b {shape_of(b)}{text}",
            inputs=[a, b],
            upstreams=[dy],
            expected={"forward": y, "backward.da": leaves[0].grad, "backward.db": leaves[1].grad},
        )

    d = Draw(303)
    yield record("", d.normal(5, 3).abs(), d.normal(5, 3), d)
    yield record("", d.normal(2, 7).abs(), d.normal(7), d)
    yield record("", d.normal(3, 1).abs(), d.normal(5), d)
    yield record(", whole numbers from 0 on", d.integers(7, 5).abs(), d.integers(7, 5).abs(), d)
    yield record(", base 0", torch.zeros(3, 2), torch.tensor([[0.0, 1.0], [2.0, 1.5], [3.0, 0.0]]), d)


RECORDINGS = {"graph/maximum": maximum, "graph/pick": pick, "graph/power": power}
