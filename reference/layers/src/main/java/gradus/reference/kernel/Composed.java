package gradus.reference.kernel;

/** The kernels composed from the algebra, for backends that have none of their own. */
enum Composed implements Kernels {
    KERNELS
}
