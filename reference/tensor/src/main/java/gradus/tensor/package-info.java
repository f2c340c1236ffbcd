/**
 * What students and solutions share: tensors and their algebra, layers, losses, parameters, seeds.
 *
 * <p>Letters in formulas and shapes: N samples in a batch, D inputs, M outputs, C channels or classes, H and W height and width of an
 * image, T time steps, K kernel size, F filters. Rows are samples: x (N, D), w (D, M), b (M), y (N, M); images are (N, C, H, W),
 * sequences (N, T, D). In a layer x goes in, y comes out, dy is the gradient of the loss by y, and dx by x.
 *
 * <p>The conventions are NumPy's: shapes are aligned at the right and an axis of length 1 stretches; axes count from 0, negative ones
 * from the end; a reduction drops its axis and the method ending in {@code Keep} keeps it with length 1. A masked entry is one where a
 * tensor of 0 and 1 holds 0.
 */
@NullMarked
package gradus.tensor;

import org.jspecify.annotations.NullMarked;
