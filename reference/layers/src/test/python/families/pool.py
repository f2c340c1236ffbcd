"""Pooling and upsampling. Windows are written as [height, width, stride, padding, dilation]."""

import torch
from torch.nn import functional

from recording import Draw, recorded_case, shape_of


def recorded(text, arguments, function, x, draw):
    leaf = x.clone().requires_grad_()
    y = function(leaf)
    dy = draw.upstream(*y.shape)
    y.backward(dy)
    return recorded_case(
        f"x {shape_of(x)}{text}",
        arguments=arguments,
        inputs=[x],
        upstreams=[dy],
        expected={"forward": y, "backward.dx": leaf.grad},
    )


def windowed(kernel, stride, padding, dilation):
    text = f", window {kernel}, stride {stride}"
    return text + (f", padding {padding}" if padding else "") + (f", dilation {dilation}" if dilation > 1 else "")


def max_pool2d():
    def case(d, x, kernel, stride, padding=0, dilation=1, values="normal"):
        return recorded(
            windowed(kernel, stride, padding, dilation) + ("" if values == "normal" else f", x {values}"),
            [*kernel, stride, padding, dilation],
            lambda x: functional.max_pool2d(x, kernel, stride, padding, dilation),
            getattr(d, values)(*x),
            d,
        )

    d = Draw(111)
    yield case(d, (2, 3, 4, 6), (2, 2), 2)
    yield case(d, (1, 2, 7, 5), (3, 2), 1)
    yield case(d, (3, 2, 7, 8), (3, 3), 2)  # overlapping; columns leave one over
    yield case(d, (2, 3, 11, 7), (2, 3), 5)  # the stride is larger than the window
    yield case(d, (2, 2, 5, 7), (3, 2), 2, padding=1, values="negative")  # zeros around would win
    yield case(d, (2, 2, 7, 5), (2, 3), 1, padding=1, dilation=2, values="negative")
    yield case(d, (2, 3, 5, 4), (3, 2), 1, values="integers")  # ties: the first wins


def average_pool2d():
    def case(d, x, kernel, stride, padding=0):
        return recorded(
            windowed(kernel, stride, padding, 1),
            [*kernel, stride, padding, 1],
            lambda x: functional.avg_pool2d(x, kernel, stride, padding),
            d.normal(*x),
            d,
        )

    d = Draw(112)
    yield case(d, (2, 3, 4, 6), (2, 2), 2)
    yield case(d, (1, 2, 7, 5), (3, 2), 1)
    yield case(d, (3, 2, 7, 8), (3, 3), 2, padding=1)
    yield case(d, (2, 3, 11, 7), (2, 3), 5)


def dilated_average_pool2d():
    """PyTorch has none; it is the convolution of every channel with equal weights."""
    d = Draw(113)
    for x, kernel, stride, padding in (
        ((2, 3, 7, 5), (3, 2), 1, 0),
        ((1, 2, 7, 8), (2, 3), 2, 1),
        ((3, 1, 11, 5), (2, 3), 3, 0),
        ((5, 2, 3, 7), (1, 2), 2, 0),
    ):
        c = x[1]
        weights = torch.full((c, 1, *kernel), 1 / (kernel[0] * kernel[1]))
        yield recorded(
            windowed(kernel, stride, padding, 2),
            [*kernel, stride, padding, 2],
            lambda x: functional.conv2d(x, weights, None, stride, padding, 2, c),
            d.normal(*x),
            d,
        )


def global_average_pool():
    d = Draw(114)
    for shape in (2, 3, 5, 7), (1, 2, 3, 1), (5, 1, 2, 3):
        yield recorded("", [], lambda x: functional.adaptive_avg_pool2d(x, 1).flatten(1), d.normal(*shape), d)


def unpool2d():
    """As PyTorch's unpooling with the first pixel of every block as its index."""

    def spread(x, stride):
        n, c, h, w = x.shape
        rows = torch.arange(h).reshape(h, 1) * stride
        columns = torch.arange(w) * stride
        places = (rows * w * stride + columns).expand(n, c, h, w)
        return functional.max_unpool2d(x, places, stride)

    d = Draw(115)
    for shape, stride in ((2, 3, 5, 2), 2), ((1, 2, 3, 5), 3), ((3, 1, 2, 3), 1):
        yield recorded(f", stride {stride}", [stride], lambda x: spread(x, stride), d.normal(*shape), d)


def upsample(seed, mode, **options):
    def cases():
        d = Draw(seed)
        for shape, factor in ((2, 3, 5, 2), 2), ((1, 2, 3, 5), 3), ((3, 1, 2, 3), 5), ((2, 1, 1, 7), 2), ((1, 1, 3, 2), 1):
            function = lambda x: functional.interpolate(x, scale_factor=factor, mode=mode, **options)
            yield recorded(f", factor {factor}", [factor], function, d.normal(*shape), d)

    return cases


RECORDINGS = {
    "pool/max-pool2d": max_pool2d,
    "pool/average-pool2d": average_pool2d,
    "pool/dilated-average-pool2d": dilated_average_pool2d,
    "pool/global-average-pool": global_average_pool,
    "pool/unpool2d": unpool2d,
    "pool/nearest-upsample": upsample(116, "nearest"),
    "pool/bilinear-upsample": upsample(117, "bilinear", align_corners=False),
}
