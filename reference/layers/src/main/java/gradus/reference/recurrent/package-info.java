/** Layers that go through a sequence step by step and carry a state along; sequences are (N, T, D), states (N, H). */
package gradus.reference.recurrent;
