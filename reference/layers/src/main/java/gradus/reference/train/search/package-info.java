/** Looking for hyperparameters: grids, random points, learning rates, and the ladder of growing training sets. */
package gradus.reference.train.search;
