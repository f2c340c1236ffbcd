"""Images turned and resized, as augmentation does it."""

import math

import torch
from recording import Draw, recorded_case, shape_of
from torch.nn import functional


def rotation_case(d, degrees, *shape):
    x = d.normal(*shape)
    height, width = shape[2:]
    turns = [math.radians(angle) for angle in degrees]
    # In grid_sample's coordinates the image is a square from -1 to 1, whatever its shape.
    theta = torch.tensor(
        [
            [
                [math.cos(a), -math.sin(a) * height / width, 0.0],
                [math.sin(a) * width / height, math.cos(a), 0.0],
            ]
            for a in turns
        ],
        dtype=torch.float64,
    )
    grid = functional.affine_grid(theta, list(shape), align_corners=False)
    y = functional.grid_sample(x, grid, mode="bilinear", padding_mode="zeros", align_corners=False)
    angles = torch.tensor(turns, dtype=torch.float64)
    return recorded_case(
        f"x {shape_of(x)}, degrees {degrees}", arguments=[], inputs=[x, angles], expected={"forward": y}
    )


def rotation():
    d = Draw(901)
    yield rotation_case(d, [10.0, -7.0], 2, 3, 5, 7)
    yield rotation_case(d, [33.0], 1, 2, 7, 5)
    yield rotation_case(d, [-120.0, 45.0, 3.0], 3, 1, 4, 3)


def resize_case(d, height, width, *shape):
    x = d.normal(*shape)
    y = functional.interpolate(x, size=(height, width), mode="bilinear", align_corners=False)
    return recorded_case(
        f"x {shape_of(x)}, to {height} x {width}", arguments=[height, width], inputs=[x], expected={"forward": y}
    )


def resize():
    d = Draw(902)
    yield resize_case(d, 7, 11, 2, 3, 5, 7)
    yield resize_case(d, 3, 2, 1, 2, 7, 5)
    yield resize_case(d, 2, 13, 3, 1, 3, 4)
    yield resize_case(d, 5, 3, 1, 1, 1, 1)


RECORDINGS = {"train/rotation": rotation, "train/resize": resize}
