/** A backend on the Vector API: an optional one, for those who start the JVM with its module. */
package gradus.vector;
