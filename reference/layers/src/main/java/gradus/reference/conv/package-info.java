/** Convolutions: the same few weights at every place of an image. */
@NullMarked
package gradus.reference.conv;

import org.jspecify.annotations.NullMarked;
