"""Nets that go through a sequence: PyTorch's own RNN, LSTM, GRU and embedding, and two recurrences of the course."""

import torch
from recording import Draw, recorded_case, shape_of
from torch.nn import functional


def leaf(t):
    return t.clone().requires_grad_()


def grown(named):
    """The gradients, as rows."""
    return {"backward.d" + name: t.grad for name, t in named.items()}


def record(text, arguments, inputs, parameters, run, d):
    """One case: run takes the inputs and the parameters by name, and returns the outputs by name."""
    inputs = {name: leaf(t) for name, t in inputs.items()}
    parameters = {name: leaf(t) for name, t in parameters.items()}
    outputs = run(**inputs, **parameters)
    upstreams = [d.upstream(*y.shape) for y in outputs.values()]
    torch.autograd.backward(list(outputs.values()), upstreams)
    y = next(iter(outputs.values()))
    shapes = ", ".join(f"{name} {shape_of(t)}" for name, t in inputs.items())
    return recorded_case(
        shapes + text,
        arguments=arguments,
        parameters=parameters,
        inputs=inputs.values(),
        upstreams=upstreams,
        expected={
            **({"forward." + name: y for name, y in outputs.items()} if len(outputs) > 1 else {"forward": y}),
            **grown(inputs),
            **grown(parameters),
        },
    )


def weights(d, inputs, units, blocks):
    return {"wx": d.normal(inputs, blocks * units), "wh": d.normal(units, blocks * units), "b": d.normal(blocks * units)}


def states(d, names, n, units):
    return {name: d.normal(n, units) for name in names}


def no_bias(w):
    return torch.zeros(w.shape[-1])


# N, T, D, H
SEQUENCES = [(5, 3, 7, 2), (1, 5, 3, 2), (3, 1, 2, 5), (2, 7, 3, 5)]
STEPS = [(5, 7, 3), (1, 3, 2), (7, 2, 5)]


def rnn():
    d = Draw(201)
    functions = {"TANH": torch.rnn_tanh, "RELU": torch.rnn_relu}

    def run(function):
        def forward(x, h0, wx, wh, b):
            packed = [wx.t(), wh.t(), b, no_bias(b)]
            h, last = function(x, h0[None], packed, True, 1, 0.0, True, False, True)
            return {"h": h, "hLast": last[0]}

        return forward

    for name, function in functions.items():
        for n, t, inputs, units in SEQUENCES:
            given = {"x": d.normal(n, t, inputs), **states(d, ["h0"], n, units)}
            yield record(", " + name, [inputs, units, name], given, weights(d, inputs, units, 1), run(function), d)


def rnn_step():
    d = Draw(202)
    functions = {"TANH": torch.rnn_tanh_cell, "RELU": torch.rnn_relu_cell}

    def run(function):
        return lambda x, h, wx, wh, b: {"hNext": function(x, h, wx.t(), wh.t(), b, no_bias(b))}

    for name, function in functions.items():
        for n, inputs, units in STEPS:
            given = {"x": d.normal(n, inputs), **states(d, ["h"], n, units)}
            yield record(", " + name, [inputs, units, name], given, weights(d, inputs, units, 1), run(function), d)


def theirs(w):
    """Our blocks i, f, o, g in PyTorch's order i, f, g, o, in its layout."""
    i, f, o, g = w.chunk(4, -1)
    return torch.cat([i, f, g, o], -1).t() if w.dim() == 2 else torch.cat([i, f, g, o])


def lstm_forward(x, h0, c0, wx, wh, b):
    packed = [theirs(wx), theirs(wh), theirs(b), no_bias(b)]
    h, h_last, c_last = torch.lstm(x, (h0[None], c0[None]), packed, True, 1, 0.0, True, False, True)
    return {"h": h, "hLast": h_last[0], "cLast": c_last[0]}


def lstm():
    d = Draw(203)
    for n, t, inputs, units in SEQUENCES:
        given = {"x": d.normal(n, t, inputs), **states(d, ["h0", "c0"], n, units)}
        yield record("", [inputs, units], given, weights(d, inputs, units, 4), lstm_forward, d)
    given = {"x": d.saturating(2, 3, 5), **states(d, ["h0", "c0"], 2, 7)}
    yield record(", with +1000 and -1000", [5, 7], given, weights(d, 5, 7, 4), lstm_forward, d)


def lstm_step():
    d = Draw(204)

    def run(x, h, c, wx, wh, b):
        h_next, c_next = torch.lstm_cell(x, (h, c), theirs(wx), theirs(wh), theirs(b), no_bias(b))
        return {"hNext": h_next, "cNext": c_next}

    for n, inputs, units in STEPS:
        given = {"x": d.normal(n, inputs), **states(d, ["h", "c"], n, units)}
        yield record("", [inputs, units], given, weights(d, inputs, units, 4), run, d)


def exam_lstm():
    """The step of the exam, in PyTorch's operations."""
    d = Draw(205)

    def run(x, h, c, wx, wh):
        g1, g2, g3, candidate = (x @ wx + h @ wh).chunk(4, -1)
        c_next = torch.sigmoid(g2) * c + torch.sigmoid(g3) * torch.tanh(candidate)
        return {"hNext": torch.sigmoid(g1) * c_next, "cNext": c_next}

    for n, inputs, units in STEPS:
        given = {"x": d.normal(n, inputs), **states(d, ["h", "c"], n, units)}
        parameters = weights(d, inputs, units, 4)
        del parameters["b"]
        yield record("", [inputs, units], given, parameters, run, d)


def gru_weights(d, inputs, units):
    parameters = weights(d, inputs, units, 3)
    return {"wx": parameters["wx"], "wh": parameters["wh"], "bx": parameters["b"], "bh": d.normal(3 * units)}


def gru():
    d = Draw(206)

    def run(x, h0, wx, wh, bx, bh):
        h, last = torch.gru(x, h0[None], [wx.t(), wh.t(), bx, bh], True, 1, 0.0, True, False, True)
        return {"h": h, "hLast": last[0]}

    for n, t, inputs, units in SEQUENCES:
        given = {"x": d.normal(n, t, inputs), **states(d, ["h0"], n, units)}
        yield record("", [inputs, units], given, gru_weights(d, inputs, units), run, d)
    given = {"x": d.saturating(2, 3, 5), **states(d, ["h0"], 2, 7)}
    yield record(", with +1000 and -1000", [5, 7], given, gru_weights(d, 5, 7), run, d)


def bidirectional():
    """From zeros, so that the states before the first step have no gradient to record."""
    d = Draw(207)

    def zeros(x, width):
        return torch.zeros(2, x.shape[0], width)

    def both(run):
        def forward(x, **parameters):
            ways = [{k.split(".")[1]: v for k, v in parameters.items() if k.startswith(way)} for way in ("forward.", "backward.")]
            return {"y": run(x, *ways)}

        return forward

    def rnn_both(x, p, q):
        packed = [w for way in (p, q) for w in (way["wx"].t(), way["wh"].t(), way["b"], no_bias(way["b"]))]
        return torch.rnn_tanh(x, zeros(x, p["wh"].shape[0]), packed, True, 1, 0.0, True, True, True)[0]

    def lstm_both(x, p, q):
        packed = [w for way in (p, q) for w in (theirs(way["wx"]), theirs(way["wh"]), theirs(way["b"]), no_bias(way["b"]))]
        start = zeros(x, p["wh"].shape[0])
        return torch.lstm(x, (start, start), packed, True, 1, 0.0, True, True, True)[0]

    def gru_both(x, p, q):
        packed = [w for way in (p, q) for w in (way["wx"].t(), way["wh"].t(), way["bx"], way["bh"])]
        return torch.gru(x, zeros(x, p["wh"].shape[0]), packed, True, 1, 0.0, True, True, True)[0]

    kinds = {
        "RNN": (rnn_both, lambda i, h: weights(d, i, h, 1)),
        "LSTM": (lstm_both, lambda i, h: weights(d, i, h, 4)),
        "GRU": (gru_both, lambda i, h: gru_weights(d, i, h)),
    }
    for kind, (run, draw) in kinds.items():
        for n, t, inputs, units in SEQUENCES[:3]:
            ways = {"forward." + k: v for k, v in draw(inputs, units).items()}
            ways.update({"backward." + k: v for k, v in draw(inputs, units).items()})
            yield record(", " + kind, [kind, inputs, units], {"x": d.normal(n, t, inputs)}, ways, both(run), d)


def embedding():
    d = Draw(208)
    for words, width, shape in [(7, 3, (5,)), (5, 2, (3, 11)), (11, 1, (1, 1)), (2, 5, (2, 3, 7)), (3, 2, (1, 13))]:
        tokens = torch.tensor([d.below(words) for _ in range(torch.Size(shape).numel())]).reshape(shape)
        w = leaf(d.normal(words, width))
        y = functional.embedding(tokens, w)
        dy = d.upstream(*y.shape)
        y.backward(dy)
        yield recorded_case(
            f"tokens {shape_of(tokens)}, w {shape_of(w)}",
            arguments=[words, width],
            parameters={"w": w},
            inputs=[tokens],
            upstreams=[dy],
            expected={"forward": y, "backward.dw": w.grad},
        )


def linear_recurrence():
    """The recurrence of the lecture, in PyTorch's operations."""
    d = Draw(209)

    def run(x, a0, thetaC, thetaX, thetaH):
        a, h = a0, []
        for t in range(x.shape[1]):
            a = a @ thetaC + x[:, t] @ thetaX
            h.append(a @ thetaH)
        return {"h": torch.stack(h, 1), "aLast": a}

    for n, t, inputs, size in SEQUENCES:
        outputs = 3 if size == 2 else 2
        given = {"x": d.normal(n, t, inputs), "a0": d.normal(n, size)}
        parameters = {"thetaC": d.normal(size, size), "thetaX": d.normal(inputs, size), "thetaH": d.normal(size, outputs)}
        yield record("", [inputs, size, outputs], given, parameters, run, d)


RECORDINGS = {
    "recurrent/rnn-step": rnn_step,
    "recurrent/rnn": rnn,
    "recurrent/lstm-step": lstm_step,
    "recurrent/lstm": lstm,
    "recurrent/exam-lstm": exam_lstm,
    "recurrent/gru": gru,
    "recurrent/bidirectional": bidirectional,
    "recurrent/embedding": embedding,
    "recurrent/linear-recurrence": linear_recurrence,
}
