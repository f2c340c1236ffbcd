/**
 * Rules of descent that turn a gradient into the next theta; weight decay and clipping. One object serves one tensor. Schedules of the
 * rate are in {@code schedule}; whole minimisations, of first and second order, in {@code minimize}.
 */
package gradus.reference.optim;
