/** What was there before deep learning: linear models in closed form and by descent, neighbours, clusters, principal components. */
package gradus.reference.classic;
