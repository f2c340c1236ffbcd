/** Samples and how they are split, folded, put into batches and scaled. */
package gradus.reference.train.data;
