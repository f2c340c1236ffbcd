/** Nets on generated sequences. */
package gradus.demo.sequence;
