/** Attention, and the blocks of a transformer. Sequences are (N, T, D): samples, positions, width. */
package gradus.reference.attention;
