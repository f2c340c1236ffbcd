/** Layers in which every output sees every input. */
package gradus.reference.dense;
