/** Minimising a function from a start until a stopping rule ends it: by gradients, by line search, by curvature, by residuals. */
package gradus.reference.optim.minimize;
