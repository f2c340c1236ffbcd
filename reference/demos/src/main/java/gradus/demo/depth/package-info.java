/** What happens to activations and gradients on their way through many layers. */
package gradus.demo.depth;
