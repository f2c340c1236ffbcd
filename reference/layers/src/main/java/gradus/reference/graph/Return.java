package gradus.reference.graph;

import gradus.tensor.Tensor;

/** The way back through an operation of one parent: from dy, and x where it tells the way, to dx. */
interface Return {
    Tensor to(Tensor dy, Tensor x);
}
