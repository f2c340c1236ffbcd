"""Attention, multi-head attention and the blocks of a transformer, by torch.nn where it has them."""

import math

import torch
from torch import nn

from recording import Draw, recorded_case, shape_of


def leaf(t):
    return t.clone().requires_grad_()


def causal(n):
    return torch.ones(n, n).tril()


def padding(lengths, n):
    """(N, 1, n): 1 up to the end of each sequence."""
    return (torch.arange(n) < torch.tensor(lengths).reshape(-1, 1, 1)).to(torch.float64)


def dot_product():
    def record(text, q, k, v, mask=None):
        leaves = [leaf(t) for t in (q, k, v)]
        scores = leaves[0] @ leaves[1].transpose(-1, -2) / math.sqrt(q.shape[-1])
        if mask is not None:
            scores = scores.masked_fill(mask == 0, -math.inf)
        y = torch.softmax(scores, -1) @ leaves[2]
        dy = d.upstream(*y.shape)
        y.backward(dy)
        dq, dk, dv = (t.grad for t in leaves)
        return recorded_case(
            f"q {shape_of(q)}, k {shape_of(k)}, v {shape_of(v)}{text}",
            inputs=[q, k, v] + ([] if mask is None else [mask]),
            upstreams=[dy],
            expected={"forward": y, "backward.dq": dq, "backward.dk": dk, "backward.dv": dv},
        )

    d = Draw(601)
    yield record("", d.normal(2, 3, 5), d.normal(2, 7, 5), d.normal(2, 7, 11))
    yield record("", d.normal(1, 2, 3), d.normal(1, 5, 3), d.normal(1, 5, 2))
    yield record(", one key", d.normal(3, 2, 5), d.normal(3, 1, 5), d.normal(3, 1, 7))
    yield record(", 3 heads", d.normal(2, 3, 5, 2), d.normal(2, 3, 7, 2), d.normal(2, 3, 7, 5))
    yield record(", causal", d.normal(2, 5, 3), d.normal(2, 5, 3), d.normal(2, 5, 7), causal(5))
    yield record(
        ", padding", d.normal(3, 2, 5), d.normal(3, 7, 5), d.normal(3, 7, 2), padding([7, 3, 1], 7)
    )
    mask = torch.ones(2, 3, 5)
    mask[0, 0, 1] = mask[0, 2, 3:] = mask[1, 1, :4] = mask[1, 2, 2] = 0
    yield record(", any mask", d.normal(2, 3, 7), d.normal(2, 5, 7), d.normal(2, 5, 3), mask)
    yield record(", near 1e-3", d.tiny(2, 3, 5), d.tiny(2, 7, 5), d.tiny(2, 7, 3))
    yield record(", negative", d.negative(2, 3, 5), d.negative(2, 7, 5), d.negative(2, 7, 3))
    yield record(", v near 1e3", d.normal(2, 3, 5), d.normal(2, 7, 5), d.large(2, 7, 3))
    yield record(", saturating", d.saturating(1, 3, 5), d.normal(1, 7, 5), d.normal(1, 7, 3))


def drawn(module, d):
    """Parameters of a few digits, small enough that no softmax saturates; scales of norms around 1."""
    for name, p in module.named_parameters():
        scale = 1 if "norm" in name else 0.5
        shift = 1 if "norm" in name and name.endswith("weight") else 0
        with torch.no_grad():
            p.copy_(torch.round(d.normal(*p.shape) * scale * 1000) / 1000 + shift)
    return module


def attention_parts(module, prefix=""):
    """Our names of the parameters, each with the tensor of torch and its part of that tensor."""
    parts = {}
    for i, head in enumerate("qkv"):
        parts[f"{prefix}w{head}"] = (module.in_proj_weight, i)
        parts[f"{prefix}b{head}"] = (module.in_proj_bias, i)
    parts[f"{prefix}wo"] = (module.out_proj.weight, 0)
    parts[f"{prefix}bo"] = (module.out_proj.bias, 0)
    return parts


def linear_parts(prefix, first, second):
    return {
        f"{prefix}w1": (first.weight, None),
        f"{prefix}b1": (first.bias, None),
        f"{prefix}w2": (second.weight, None),
        f"{prefix}b2": (second.bias, None),
    }


def norm_parts(prefix, norm):
    return {f"{prefix}gamma": (norm.weight, None), f"{prefix}beta": (norm.bias, None)}


def ours(parts, width, of):
    """Values or gradients in our layout: w (D, M), the packed q, k, v taken apart."""

    def one(p, i):
        t = of(p)
        t = t if i is None else t[i * width : (i + 1) * width]
        return t.t() if t.dim() == 2 else t

    return {name: one(p, i).clone() for name, (p, i) in parts.items()}


def value(p):
    return p.detach()


def gradients(parts, width):
    """The keys' bias moves all scores of a query alike: its gradient is 0, of which PyTorch gives some rounding, cut off here."""
    all_of_them = ours(parts, width, lambda p: p.grad)
    noise = 1e-13 * max(t.abs().max() for t in all_of_them.values())
    return {
        f"backward.d{name}": torch.where(t.abs() <= noise, 0.0, t) if name.endswith("bk") else t
        for name, t in all_of_them.items()
    }


def hidden(mask, heads):
    """Our mask, 1 = may look, in the form of torch: True = may not, one for each head."""
    if mask is None:
        return None
    return (mask == 0) if mask.dim() == 2 else (mask == 0).repeat_interleave(heads, 0)


def multi_head():
    def module(width, heads):
        return drawn(nn.MultiheadAttention(width, heads, batch_first=True), d)

    def record(text, width, heads, query, key, value_, mask=None):
        m = module(width, heads)
        leaves = [leaf(t) for t in (query, key, value_)]
        y, _ = m(*leaves, attn_mask=hidden(mask, heads))
        dy = d.upstream(*y.shape)
        y.backward(dy)
        parts = attention_parts(m)
        dq, dk, dv = (t.grad for t in leaves)
        expected = {"forward": y, "backward.dquery": dq, "backward.dkey": dk, "backward.dvalue": dv}
        return recorded_case(
            f"query {shape_of(query)}, key {shape_of(key)}, {heads} heads{text}",
            arguments=[width, heads],
            parameters=ours(parts, width, value),
            inputs=[query, key, value_] + ([] if mask is None else [mask]),
            upstreams=[dy],
            expected={**expected, **gradients(parts, width)},
        )

    d = Draw(602)
    yield record("", 6, 2, d.normal(2, 3, 6), d.normal(2, 5, 6), d.normal(2, 5, 6))
    yield record("", 6, 3, d.normal(1, 2, 6), d.normal(1, 7, 6), d.normal(1, 7, 6))
    yield record("", 5, 1, d.normal(3, 2, 5), d.normal(3, 1, 5), d.normal(3, 1, 5))
    yield record("", 3, 3, d.negative(2, 5, 3), d.negative(2, 7, 3), d.negative(2, 7, 3))
    yield record(", causal", 4, 2, d.normal(3, 5, 4), d.normal(3, 5, 4), d.normal(3, 5, 4), causal(5))
    mask = padding([7, 2, 5], 7).expand(3, 2, 7).contiguous()
    yield record(", padding", 6, 2, d.normal(3, 2, 6), d.normal(3, 7, 6), d.normal(3, 7, 6), mask)


def multi_head_self():
    def record(text, width, heads, x, mask=None):
        m = drawn(nn.MultiheadAttention(width, heads, batch_first=True), d)
        at = leaf(x)
        y, _ = m(at, at, at, attn_mask=hidden(mask, heads))
        dy = d.upstream(*y.shape)
        y.backward(dy)
        parts = attention_parts(m)
        return recorded_case(
            f"x {shape_of(x)}, {heads} heads{text}",
            arguments=[width, heads],
            parameters=ours(parts, width, value),
            inputs=[x] + ([] if mask is None else [mask]),
            upstreams=[dy],
            expected={"forward": y, "backward.dx": at.grad, **gradients(parts, width)},
        )

    d = Draw(603)
    yield record("", 6, 2, d.normal(2, 5, 6))
    yield record("", 3, 1, d.normal(1, 7, 3))
    yield record("", 10, 5, d.normal(3, 2, 10))
    yield record(", causal", 6, 3, d.normal(2, 5, 6), causal(5))


def positional_encoding():
    def record(x):
        length, width = x.shape[1:]
        table = torch.zeros(length, width)
        for t in range(length):
            for j in range(width):
                angle = torch.tensor(t / 10000 ** ((j - j % 2) / width))
                table[t, j] = torch.sin(angle) if j % 2 == 0 else torch.cos(angle)
        at = leaf(x)
        y = at + table
        dy = d.upstream(*y.shape)
        y.backward(dy)
        return recorded_case(
            f"x {shape_of(x)}",
            arguments=[width],
            inputs=[x],
            upstreams=[dy],
            expected={"forward": y, "backward.dx": at.grad},
        )

    d = Draw(604)
    yield record(d.normal(2, 5, 6))
    yield record(d.normal(1, 11, 2))
    yield record(d.normal(3, 1, 7))
    yield record(d.normal(1, 7, 5))


def feed_forward():
    def record(text, x, inner):
        width = x.shape[-1]
        m = drawn(nn.Sequential(nn.Linear(width, inner), nn.ReLU(), nn.Linear(inner, width)), d)
        at = leaf(x)
        y = m(at)
        dy = d.upstream(*y.shape)
        y.backward(dy)
        parts = linear_parts("", m[0], m[2])
        return recorded_case(
            f"x {shape_of(x)}, {inner} hidden{text}",
            arguments=[width, inner],
            parameters=ours(parts, width, value),
            inputs=[x],
            upstreams=[dy],
            expected={"forward": y, "backward.dx": at.grad, **gradients(parts, width)},
        )

    d = Draw(605)
    yield record("", d.normal(2, 3, 5), 7)
    yield record("", d.normal(1, 5, 2), 3)
    yield record("", d.normal(3, 1, 7), 2)
    yield record(", near 1e3", d.large(2, 5, 3), 11)
    yield record(", negative", d.negative(2, 3, 5), 2)


def encoder_block():
    def record(text, x, heads, inner, norm_first=False, mask=None, dropout=0.0):
        width = x.shape[-1]
        m = drawn(nn.TransformerEncoderLayer(
            width, heads, inner, dropout=dropout, batch_first=True, norm_first=norm_first), d)
        if dropout > 0:
            m.eval()
        at = leaf(x)
        y = m(at, src_mask=hidden(mask, heads))
        dy = d.upstream(*y.shape)
        y.backward(dy)
        parts = attention_parts(m.self_attn, "attention.")
        parts.update(norm_parts("norm1.", m.norm1))
        parts.update(linear_parts("feedForward.", m.linear1, m.linear2))
        parts.update(norm_parts("norm2.", m.norm2))
        placement = "PRE" if norm_first else "POST"
        return recorded_case(
            f"x {shape_of(x)}, {heads} heads, {inner} hidden, {placement}{text}",
            arguments=[width, heads, inner, placement] + ([dropout] if dropout > 0 else []),
            parameters=ours(parts, width, value),
            inputs=[x] + ([] if mask is None else [mask]),
            upstreams=[dy],
            expected={"forward": y, "backward.dx": at.grad, **gradients(parts, width)},
        )

    d = Draw(606)
    yield record("", d.normal(2, 5, 6), 2, 7)
    yield record("", d.normal(1, 3, 4), 1, 11)
    yield record("", d.normal(3, 1, 6), 3, 5)
    yield record("", d.normal(2, 3, 6), 2, 5, norm_first=True)
    yield record(", causal", d.normal(2, 5, 4), 2, 3, mask=causal(5))
    mask = padding([5, 2], 5).expand(2, 5, 5).contiguous()
    yield record(", padding", d.normal(2, 5, 6), 2, 3, norm_first=True, mask=mask)
    yield record(", dropout in use", d.normal(2, 3, 4), 2, 5, dropout=0.5)


def decoder_block():
    def record(text, x, memory, heads, inner, norm_first=False, mask=None, dropout=0.0):
        width = x.shape[-1]
        m = drawn(nn.TransformerDecoderLayer(
            width, heads, inner, dropout=dropout, batch_first=True, norm_first=norm_first), d)
        if dropout > 0:
            m.eval()
        at, of = leaf(x), leaf(memory)
        y = m(at, of, tgt_mask=hidden(causal(x.shape[1]), heads), memory_mask=hidden(mask, heads))
        dy = d.upstream(*y.shape)
        y.backward(dy)
        parts = attention_parts(m.self_attn, "attention.")
        parts.update(norm_parts("norm1.", m.norm1))
        parts.update(attention_parts(m.multihead_attn, "crossAttention."))
        parts.update(norm_parts("norm2.", m.norm2))
        parts.update(linear_parts("feedForward.", m.linear1, m.linear2))
        parts.update(norm_parts("norm3.", m.norm3))
        placement = "PRE" if norm_first else "POST"
        answers = {"forward": y, "backward.dx": at.grad, "backward.dmemory": of.grad}
        return recorded_case(
            f"x {shape_of(x)}, memory {shape_of(memory)}, {heads} heads, {inner} hidden, {placement}{text}",
            arguments=[width, heads, inner, placement] + ([dropout] if dropout > 0 else []),
            parameters=ours(parts, width, value),
            inputs=[x, memory] + ([] if mask is None else [mask]),
            upstreams=[dy],
            expected={**answers, **gradients(parts, width)},
        )

    d = Draw(607)
    yield record("", d.normal(2, 5, 4), d.normal(2, 3, 4), 2, 7)
    yield record("", d.normal(1, 2, 6), d.normal(1, 7, 6), 3, 5)
    yield record("", d.normal(3, 1, 4), d.normal(3, 2, 4), 1, 3)
    yield record("", d.normal(2, 3, 4), d.normal(2, 5, 4), 2, 3, norm_first=True)
    mask = padding([5, 2], 5).expand(2, 3, 5).contiguous()
    yield record(", padded memory", d.normal(2, 3, 4), d.normal(2, 5, 4), 2, 3, mask=mask)
    yield record(", dropout in use", d.normal(2, 3, 4), d.normal(2, 5, 4), 2, 3, norm_first=True, dropout=0.5)


RECORDINGS = {
    "attention/dot-product": dot_product,
    "attention/multi-head": multi_head,
    "attention/multi-head-self": multi_head_self,
    "attention/positional-encoding": positional_encoding,
    "attention/feed-forward": feed_forward,
    "attention/encoder-block": encoder_block,
    "attention/decoder-block": decoder_block,
}
