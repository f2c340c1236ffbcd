/** Layers in which every output sees every input. */
package gradus.exercises.dense;
