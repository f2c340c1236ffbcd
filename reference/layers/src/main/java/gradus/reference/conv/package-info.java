/** Convolutions: the same few weights at every place of an image. */
package gradus.reference.conv;
