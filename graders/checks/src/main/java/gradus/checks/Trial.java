package gradus.checks;

import gradus.subject.Failure;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/** The two passes as plain functions, each call on a fresh instance; results of another shape are a failure. */
public final class Trial {
    private final Examination examination;

    public Trial(Examination examination) {
        this.examination = examination;
    }

    /** The output y, or the loss as a tensor of shape (). */
    public Tensor forward(Case experiment) {
        try (Session session = examination.session(experiment)) {
            return forward(session, experiment);
        }
    }

    /** The gradient of one row. */
    public Tensor backward(Case experiment, Row row) {
        Tensor gradient = backward(experiment).of(row);
        return require(row.symbol(), experiment.variable(row).shape(), gradient);
    }

    /** Every gradient, in whatever shape it came. */
    public Gradients backward(Case experiment) {
        try (Session session = examination.session(experiment)) {
            forward(session, experiment);
            return session.backward(experiment.upstreams());
        }
    }

    private static Tensor forward(Session session, Case experiment) {
        Tensor y = session.forward(experiment.inputs());
        return require("y", experiment.outputShape(), y);
    }

    private static Tensor require(String name, Shape expected, Tensor actual) {
        if (actual.shape().equals(expected)) return actual;
        String message = "%s: expected shape %s but got %s.".formatted(name, expected, actual.shape());
        throw new Failure(Failure.Code.WRONG_RETURN, message, null);
    }
}
