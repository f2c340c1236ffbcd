/** Images (N, C, H, W) changed as the world might change them, by seed; scaling and cropping. */
package gradus.reference.train.augment;
