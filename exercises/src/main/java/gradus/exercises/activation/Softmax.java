package gradus.exercises.activation;

import gradus.tensor.Layer;
import gradus.tensor.NotAttempted;
import gradus.tensor.Tensor;

/**
 * Exercise activation/softmax: turn each row of scores into probabilities.
 *
 * <pre>
 *   forward     pᵢ = exp(xᵢ) / Σⱼ exp(xⱼ)                     x, p (N, C); i and j run along a row
 *   backward    ∂pᵢ/∂xⱼ = pᵢ (1 - pᵢ) if i = j, else -pᵢ pⱼ
 *               dxⱼ = Σᵢ dyᵢ ∂pᵢ/∂xⱼ                          dy, dx (N, C)
 * </pre>
 *
 * <p>Each row of p has the sum 1. A row may hold 1000, and every entry of another may be -1000: a constant subtracted
 * from a row leaves p as it is, so choose one that keeps exp from overflowing.
 *
 * <p>One score moves all probabilities of its row, so dx needs the whole sum; on paper it shrinks to one short line.
 *
 * <p>x and dy are lent to you: read them, keep references if you like, never write to them.
 *
 * <p>Source: lecture 7; endterm 2021, 5.4-5.5.
 */
public final class Softmax implements Layer {
    // Add fields for what backward needs from forward.

    public Softmax() {}

    /** Returns p (N, C) for x (N, C). */
    @Override
    public Tensor forward(Tensor x) {
        // TODO: compute p, and keep what backward needs.
        throw new NotAttempted();
    }

    /** Takes dy (N, C), the gradient with respect to p; returns dx (N, C). */
    @Override
    public Tensor backward(Tensor dy) {
        // TODO: multiply dy with the whole Jacobian of each row.
        throw new NotAttempted();
    }
}
