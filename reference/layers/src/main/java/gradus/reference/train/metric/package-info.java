/** How good predictions are, counted. */
package gradus.reference.train.metric;
