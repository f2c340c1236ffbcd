/** What weights start with. Fan-in, the number of inputs that one output sums, decides how large they may be. */
package gradus.reference.init;
