"""Nets made of layers. Their parameters are drawn; each has the name it has here, as in 0.w or branch.2.b."""

import torch
from recording import Draw, recorded_case, shape_of
from torch import nn

OUR_NAMES = {"weight": "w", "bias": "b"}


def recorded(d, text, arguments, net, x):
    parameters = {}
    for name, p in net.named_parameters():
        *path, last = name.split(".")
        with torch.no_grad():
            p.copy_(torch.round(d.normal(*p.shape) * 500) / 1000)
        parameters[".".join([*path, OUR_NAMES[last]])] = p
    leaf = x.clone().requires_grad_()
    y = net(leaf)
    dy = d.upstream(*y.shape)
    y.backward(dy)
    gradients = {f"backward.d{name}": ours(p.grad) for name, p in parameters.items()}
    return recorded_case(
        f"x {shape_of(x)}{text}",
        arguments=arguments,
        parameters={name: ours(p) for name, p in parameters.items()},
        inputs=[x],
        upstreams=[dy],
        expected={"forward": y, "backward.dx": leaf.grad, **gradients},
    )


def ours(w):
    """A matrix of PyTorch has a row for each output, ours a column."""
    return w.t() if w.dim() == 2 else w


class Residual(nn.Module):
    def __init__(self, branch, shortcut=None):
        super().__init__()
        self.branch = branch
        self.shortcut = shortcut or nn.Identity()

    def forward(self, x):
        return self.branch(x) + self.shortcut(x)


class Concatenation(nn.ModuleList):
    def forward(self, x):
        return torch.cat([branch(x) for branch in self], 1)


class UNetLevel(nn.Module):
    def __init__(self, encoder, inner, decoder):
        super().__init__()
        self.encoder, self.inner, self.decoder = encoder, inner, decoder

    def forward(self, x):
        e = self.encoder(x)
        u = self.inner(e)
        height, width = u.shape[2:]
        top, left = (e.shape[2] - height) // 2, (e.shape[3] - width) // 2
        return self.decoder(torch.cat([e[:, :, top : top + height, left : left + width], u], 1))


def perceptron():
    """Affine maps with a tanh after each but the last."""

    def case(x, *widths):
        layers = []
        for inputs, outputs in zip(widths, widths[1:]):
            layers += [nn.Linear(inputs, outputs), nn.Tanh()]
        return recorded(d, f", widths {widths}", widths, nn.Sequential(*layers[:-1]), x)

    d = Draw(701)
    yield case(d.normal(5, 7), 7, 3, 2)
    yield case(d.normal(1, 3), 3, 11, 5)
    yield case(d.normal(2, 5), 5, 7)
    yield case(d.negative(3, 2), 2, 5, 3, 7)


def convolutional():
    """Convolution, ReLU, maxima of 2 x 2, flatten, affine map."""

    def case(x, filters, size, padding, classes):
        channels, height, width = x.shape[1:]
        rows, columns = (height + 2 * padding - size + 1) // 2, (width + 2 * padding - size + 1) // 2
        net = nn.Sequential(
            nn.Conv2d(channels, filters, size, padding=padding),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(filters * rows * columns, classes),
        )
        arguments = [channels, filters, size, padding, filters * rows * columns, classes]
        return recorded(d, f", {filters} filters of {size} x {size}, padding {padding}", arguments, net, x)

    d = Draw(702)
    yield case(d.normal(2, 3, 7, 5), 2, 3, 0, 5)
    yield case(d.normal(1, 2, 5, 7), 3, 3, 1, 2)
    yield case(d.normal(3, 1, 4, 3), 5, 2, 0, 7)


def residual():
    """Affine map, ReLU, affine map, and x itself."""

    def case(x, hidden):
        width = x.shape[1]
        branch = nn.Sequential(nn.Linear(width, hidden), nn.ReLU(), nn.Linear(hidden, width))
        return recorded(d, f", {hidden} hidden", [width, hidden], Residual(branch), x)

    d = Draw(703)
    yield case(d.normal(5, 7), 3)
    yield case(d.normal(1, 3), 11)
    yield case(d.normal(2, 5), 7)
    yield case(d.large(3, 2), 5)


def projected_residual():
    """Two convolutions of 3 x 3, the first with a stride, beside one of 1 x 1 with that stride; a ReLU after the sum."""

    def case(x, filters, stride):
        channels = x.shape[1]
        branch = nn.Sequential(
            nn.Conv2d(channels, filters, 3, stride, 1), nn.ReLU(), nn.Conv2d(filters, filters, 3, 1, 1)
        )
        net = nn.Sequential(Residual(branch, nn.Conv2d(channels, filters, 1, stride)), nn.ReLU())
        return recorded(d, f", {filters} filters, stride {stride}", [channels, filters, stride], net, x)

    d = Draw(704)
    yield case(d.normal(2, 3, 5, 7), 2, 2)
    yield case(d.normal(1, 2, 3, 5), 3, 1)
    yield case(d.normal(3, 1, 7, 4), 5, 3)


def concatenation():
    """Convolutions of 1, 3, 5, ... pixels square that keep the size, each after x itself."""

    def case(x, *filters):
        channels = x.shape[1]
        sizes = [2 * i + 1 for i in range(len(filters))]
        branches = [nn.Conv2d(channels, f, k, padding=k // 2) for f, k in zip(filters, sizes)]
        return recorded(d, f", branches of {filters}", [channels, *filters], Concatenation(branches), x)

    d = Draw(705)
    yield case(d.normal(2, 3, 5, 7), 2, 5)
    yield case(d.normal(1, 2, 3, 5), 3, 1, 2)
    yield case(d.normal(3, 5, 2, 1), 7)


def inception():
    def rectified(inputs, filters, size):
        return nn.Sequential(nn.Conv2d(inputs, filters, size, padding=size // 2), nn.ReLU())

    def case(x, one, reduce_three, three, reduce_five, five, pooled):
        c = x.shape[1]
        block = Concatenation([
            rectified(c, one, 1),
            nn.Sequential(rectified(c, reduce_three, 1), rectified(reduce_three, three, 3)),
            nn.Sequential(rectified(c, reduce_five, 1), rectified(reduce_five, five, 5)),
            nn.Sequential(nn.MaxPool2d(3, 1, 1), rectified(c, pooled, 1)),
        ])
        widths = [one, reduce_three, three, reduce_five, five, pooled]
        return recorded(d, f", widths {widths}", [c, *widths], block, x)

    d = Draw(706)
    yield case(d.normal(2, 3, 5, 7), 2, 1, 3, 2, 1, 5)
    yield case(d.normal(1, 2, 7, 3), 1, 3, 2, 1, 2, 1)
    yield case(d.normal(3, 5, 1, 2), 3, 2, 1, 1, 3, 2)


def u_net_level():
    """Convolution of 3 x 3, means of 2 x 2, transposed convolution of 2 x 2, convolution of 3 x 3; nothing padded."""

    def case(x, filters, up, outputs):
        channels = x.shape[1]
        inner = nn.Sequential(nn.AvgPool2d(2), nn.ConvTranspose2d(filters, up, 2, 2))
        net = UNetLevel(nn.Conv2d(channels, filters, 3), inner, nn.Conv2d(filters + up, outputs, 3))
        arguments = [channels, filters, up, outputs]
        return recorded(d, f", {filters} filters, {up} up, {outputs} out", arguments, net, x)

    d = Draw(707)
    yield case(d.normal(2, 1, 7, 9), 2, 3, 5)  # cropped from 5 x 7 to 4 x 6
    yield case(d.normal(1, 3, 8, 7), 5, 2, 1)  # from 6 x 5 to 6 x 4
    yield case(d.normal(3, 2, 6, 6), 1, 1, 2)  # of 4 x 4, as it is


def scale():
    class Scale(nn.Module):
        def __init__(self, factor):
            super().__init__()
            self.factor = factor

        def forward(self, x):
            return self.factor * x

    d = Draw(708)
    for shape, factor in ((5, 7), 0.3), ((1, 3), -2.0), ((2, 3, 5), 0.001):
        yield recorded(d, f", factor {factor}", [factor], Scale(factor), d.normal(*shape))


RECORDINGS = {
    "net/perceptron": perceptron,
    "net/convolutional": convolutional,
    "net/residual": residual,
    "net/projected-residual": projected_residual,
    "net/concatenation": concatenation,
    "net/inception": inception,
    "net/u-net-level": u_net_level,
    "net/scale": scale,
}
