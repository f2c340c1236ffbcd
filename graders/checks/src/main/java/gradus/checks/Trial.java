package gradus.checks;

import gradus.tensor.Tensor;
import java.util.Map;
import java.util.Objects;

/** Gives laws the two passes as plain functions: each call uses a fresh instance. */
public final class Trial {
    private final Examination examination;

    Trial(Examination examination) {
        this.examination = examination;
    }

    /** The output y, or the loss as a tensor of shape (). */
    public Tensor forward(Case experiment) {
        try (Session session = examination.session(experiment)) {
            return session.forward(experiment.inputs());
        }
    }

    /** The gradient of one row. */
    public Tensor backward(Case experiment, Row row) {
        return Objects.requireNonNull(backward(experiment).get(row.id()));
    }

    /** Every gradient, by row id. */
    public Map<String, Tensor> backward(Case experiment) {
        try (Session session = examination.session(experiment)) {
            session.forward(experiment.inputs());
            return session.backward(experiment.upstreams());
        }
    }
}
