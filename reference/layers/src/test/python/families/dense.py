"""Layers in which every output sees every input; the recording of affine is the checks'."""

import torch
from recording import Draw, recorded_case, shape_of
from torch.nn import functional


def flatten():
    d = Draw(201)
    for shape in [(5, 7), (1, 3, 2), (2, 3, 5, 7), (5,)]:
        x = d.normal(*shape)
        leaf = x.clone().requires_grad_()
        y = torch.flatten(leaf, 1) if len(shape) > 1 else leaf.reshape(-1, 1)
        dy = d.upstream(*y.shape)
        y.backward(dy)
        yield recorded_case(
            f"x {shape_of(x)}",
            inputs=[x],
            upstreams=[dy],
            expected={"forward": y, "backward.dx": leaf.grad},
        )


def maxout():
    def record(text, x, w, b, dy):
        leaves = [t.clone().requires_grad_() for t in (x, w, b)]
        y = (torch.einsum("nd,dmk->nmk", leaves[0], leaves[1]) + leaves[2]).max(2).values
        y.backward(dy)
        dx, dw, db = (t.grad for t in leaves)
        return recorded_case(
            f"x {shape_of(x)}, w {shape_of(w.flatten(1))}{text}",
            arguments=w.shape,
            parameters={"w": w.flatten(1), "b": b.flatten()},
            inputs=[x],
            upstreams=[dy],
            expected={"forward": y, "backward.dx": dx, "backward.dw": dw.flatten(1), "backward.db": db.flatten()},
        )

    d = Draw(202)
    yield record("", d.normal(5, 7), d.normal(7, 3, 2), d.normal(3, 2), d.upstream(5, 3))
    yield record("", d.normal(1, 5), d.normal(5, 2, 3), d.normal(2, 3), d.upstream(1, 2))
    yield record("", d.normal(3, 2), d.normal(2, 7, 5), d.normal(7, 5), d.upstream(3, 7))
    yield record(", one piece", d.normal(3, 2), d.normal(2, 5, 1), d.normal(5, 1), d.upstream(3, 5))
    yield record(", x negative", d.negative(7, 5), d.normal(5, 3, 2), d.normal(3, 2), d.upstream(7, 3))
    yield record(", x near 1e3", d.large(2, 3), d.normal(3, 5, 2), d.normal(5, 2), d.upstream(2, 5))


def bilinear():
    def record(text, x1, x2, w, b, dy):
        leaves = [t.clone().requires_grad_() for t in (x1, x2, w, b)]
        y = functional.bilinear(*leaves)
        y.backward(dy)
        dx1, dx2, dw, db = (t.grad for t in leaves)
        return recorded_case(
            f"x1 {shape_of(x1)}, x2 {shape_of(x2)}, w {shape_of(w)}{text}",
            arguments=[w.shape[1], w.shape[2], w.shape[0]],
            parameters={"w": w, "b": b},
            inputs=[x1, x2],
            upstreams=[dy],
            expected={"forward": y, "backward.dx1": dx1, "backward.dx2": dx2, "backward.dw": dw, "backward.db": db},
        )

    d = Draw(203)
    yield record("", d.normal(5, 7), d.normal(5, 2), d.normal(3, 7, 2), d.normal(3), d.upstream(5, 3))
    yield record("", d.normal(1, 2), d.normal(1, 5), d.normal(3, 2, 5), d.normal(3), d.upstream(1, 3))
    yield record("", d.normal(2, 3), d.normal(2, 7), d.normal(1, 3, 7), d.normal(1), d.upstream(2, 1))
    yield record(", integers", d.integers(5, 3), d.integers(5, 2), d.integers(7, 3, 2), d.integers(7), d.upstream(5, 7))
    # Where D = E, a forgotten transpose gives numbers and not an exception.
    yield record("", d.normal(2, 3), d.normal(2, 3), d.normal(5, 3, 3), d.normal(5), d.upstream(2, 5))


RECORDINGS = {"dense/flatten": flatten, "dense/maxout": maxout, "dense/bilinear": bilinear}
