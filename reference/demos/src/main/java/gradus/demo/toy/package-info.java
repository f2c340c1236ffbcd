/** Nets so small that one sees what they do. */
package gradus.demo.toy;
