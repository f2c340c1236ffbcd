/** Layers that normalise what passes through them, and layers that drop some of it. */
package gradus.reference.norm;
