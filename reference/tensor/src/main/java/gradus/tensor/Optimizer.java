package gradus.tensor;

/** One rule of descent for one tensor; what it remembers between steps belongs to that tensor. */
public interface Optimizer {
    /** Returns the next theta; changes neither argument. The rate may differ from step to step. */
    Tensor step(Tensor theta, Tensor gradient, double rate);

    /** Where the next gradient is to be taken: theta itself, unless the rule looks ahead. */
    default Tensor lookAhead(Tensor theta) {
        return theta;
    }
}
