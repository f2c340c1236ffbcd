/** Nets on generated digits, 12 × 12 pixels. */
package gradus.demo.digit;
