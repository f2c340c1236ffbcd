/** Small experiments of the course, each with a result and a picture. */
package gradus.demo;
