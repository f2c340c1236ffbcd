/**
 * What weights start with. Fan-in, the number of inputs that one output sums, decides how large they may be.
 *
 * <p>It is read from the shape, of matrices and of filters; two axes or more that mean something else must be drawn in the shape of what they
 * are. The filters of a transposed convolution, (C, F, KH, KW), have their axes the other way round: draw (F, C, KH, KW) and swap the first two,
 * {@code permute(1, 0, 2, 3)}. The w (M, D, E) of a bilinear layer sums D E products, as filters do, and needs no care, save with {@link
 * gradus.reference.init.Glorot}, whose fan-out would be M.
 */
package gradus.reference.init;
