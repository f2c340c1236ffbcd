/** How long the reference takes, measured with JMH, beside PyTorch on the same sizes. */
package gradus.bench;
