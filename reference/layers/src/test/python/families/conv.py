"""Convolutions. Their windows are written as [height, width, stride, padding, dilation, flip], flip 0 or 1."""

from torch.nn import functional

from recording import Draw, recorded_case, shape_of


def recorded(text, arguments, function, x, parameters, draw):
    leaves = {name: t.clone().requires_grad_() for name, t in {"x": x, **parameters}.items()}
    y = function(*leaves.values())
    dy = draw.upstream(*y.shape)
    y.backward(dy)
    shapes = ", ".join(f"{name} {shape_of(t)}" for name, t in {"x": x, **parameters}.items() if name != "b")
    return recorded_case(
        shapes + text,
        arguments=arguments,
        parameters=parameters,
        inputs=[x],
        upstreams=[dy],
        expected={"forward": y, **{f"backward.d{name}": t.grad for name, t in leaves.items()}},
    )


def options(stride=1, padding=0, dilation=1, flip=0, groups=1):
    named = {"stride": (stride, 1), "padding": (padding, 0), "dilation": (dilation, 1), "groups": (groups, 1)}
    text = "".join(f", {name} {value}" for name, (value, usual) in named.items() if value != usual)
    return text + (", flipped" if flip else ""), stride, padding, dilation, flip, groups


def turned(w, flip):
    return w.flip([d for d in range(2, w.dim())]) if flip else w


def conv1d():
    def case(d, x, f, k, values="normal", **chosen):
        text, stride, padding, dilation, flip, groups = options(**chosen)
        c = x[1]
        return recorded(
            text + ("" if values == "normal" else f", x {values}"),
            [c, f, 1, k, stride, padding, dilation, flip, groups],
            lambda x, w, b: functional.conv1d(x, turned(w, flip), b, stride, padding, dilation, groups),
            getattr(d, values)(*x),
            {"w": d.normal(f, c // groups, k), "b": d.normal(f)},
            d,
        )

    d = Draw(101)
    yield case(d, (5, 3, 11), 7, 2)
    yield case(d, (1, 2, 7), 3, 5, padding=2)
    yield case(d, (3, 5, 13), 2, 3, stride=3, padding=1)
    yield case(d, (2, 3, 11), 5, 3, dilation=2, flip=1)
    yield case(d, (2, 4, 7), 6, 3, groups=2, stride=2, padding=1)
    yield case(d, (2, 1, 5), 1, 5, values="large")


def conv2d():
    def case(d, x, f, k, values="normal", **chosen):
        text, stride, padding, dilation, flip, groups = options(**chosen)
        c = x[1]
        return recorded(
            text + ("" if values == "normal" else f", x {values}"),
            [c, f, *k, stride, padding, dilation, flip, groups],
            lambda x, w, b: functional.conv2d(x, turned(w, flip), b, stride, padding, dilation, groups),
            getattr(d, values)(*x),
            {"w": d.normal(f, c // groups, *k), "b": d.normal(f)},
            d,
        )

    d = Draw(102)
    yield case(d, (2, 3, 7, 5), 5, (3, 2))
    yield case(d, (1, 2, 5, 7), 3, (2, 3), padding=1)
    yield case(d, (3, 2, 5, 7), 1, (3, 2), stride=2)  # rows fit, columns leave one over
    yield case(d, (1, 1, 11, 8), 2, (2, 2), stride=3)  # the stride is larger than the window
    yield case(d, (2, 2, 7, 5), 3, (3, 3), stride=2, padding=2)
    yield case(d, (2, 3, 7, 9), 2, (3, 2), dilation=2, padding=1, stride=3)
    yield case(d, (2, 6, 5, 3), 4, (3, 2), groups=2)
    yield case(d, (2, 2, 5, 4), 3, (2, 3), flip=1)
    yield case(d, (2, 4, 5, 5), 6, (3, 2), groups=2, stride=2, padding=1, dilation=2, flip=1)
    yield case(d, (2, 5, 3, 2), 3, (1, 1))
    yield case(d, (2, 2, 5, 3), 3, (5, 3))
    yield case(d, (1, 2, 4, 5), 3, (3, 3), padding=1, values="negative")
    yield case(d, (1, 2, 4, 5), 3, (3, 3), padding=1, values="tiny")
    yield case(d, (1, 2, 4, 5), 3, (3, 3), padding=1, values="large")
    yield case(d, (1, 2, 4, 5), 3, (3, 3), padding=1, values="integers")


def depthwise_conv2d():
    def case(d, x, k, **chosen):
        text, stride, padding, dilation, flip, _ = options(**chosen)
        c = x[1]
        return recorded(
            text,
            [c, *k, stride, padding, dilation, flip],
            lambda x, w, b: functional.conv2d(x, turned(w, flip), b, stride, padding, dilation, c),
            d.normal(*x),
            {"w": d.normal(c, 1, *k), "b": d.normal(c)},
            d,
        )

    d = Draw(103)
    yield case(d, (2, 3, 7, 5), (3, 2))
    yield case(d, (1, 5, 5, 7), (2, 3), padding=1)
    yield case(d, (3, 2, 7, 8), (3, 2), stride=3, padding=1)
    yield case(d, (2, 3, 7, 5), (3, 2), dilation=2, flip=1)


def separable_conv2d():
    def case(d, x, f, k, **chosen):
        text, stride, padding, dilation, flip, _ = options(**chosen)
        c = x[1]

        def function(x, depthwise, pointwise, b):
            u = functional.conv2d(x, turned(depthwise, flip), None, stride, padding, dilation, c)
            return functional.conv2d(u, pointwise, b)

        parameters = {"depthwise": d.normal(c, 1, *k), "pointwise": d.normal(f, c, 1, 1), "b": d.normal(f)}
        arguments = [c, f, *k, stride, padding, dilation, flip]
        return recorded(text, arguments, function, d.normal(*x), parameters, d)

    d = Draw(104)
    yield case(d, (2, 3, 7, 5), 5, (3, 2))
    yield case(d, (1, 5, 5, 7), 2, (2, 3), padding=1)
    yield case(d, (3, 2, 7, 8), 3, (3, 2), stride=3, padding=1)
    yield case(d, (2, 3, 7, 5), 2, (3, 2), dilation=2, flip=1)


def transposed_conv2d():
    def case(d, x, f, k, **chosen):
        text, stride, padding, dilation, flip, _ = options(**chosen)
        c = x[1]
        return recorded(
            text,
            [c, f, *k, stride, padding, dilation, flip],
            lambda x, w, b: functional.conv_transpose2d(x, turned(w, flip), b, stride, padding, 0, 1, dilation),
            d.normal(*x),
            {"w": d.normal(c, f, *k), "b": d.normal(f)},
            d,
        )

    d = Draw(105)
    yield case(d, (2, 3, 5, 2), 5, (3, 2))
    yield case(d, (1, 2, 3, 5), 3, (2, 3), stride=2, padding=1)
    yield case(d, (3, 2, 3, 2), 1, (2, 2), stride=3)  # the stride is larger than the window
    yield case(d, (2, 3, 4, 3), 2, (4, 4), stride=2, padding=1)  # doubles the size, as in the endterm of 2021
    yield case(d, (2, 2, 3, 5), 3, (3, 2), dilation=2, padding=1, flip=1)


RECORDINGS = {
    "conv/conv1d": conv1d,
    "conv/conv2d": conv2d,
    "conv/depthwise-conv2d": depthwise_conv2d,
    "conv/separable-conv2d": separable_conv2d,
    "conv/transposed-conv2d": transposed_conv2d,
}
