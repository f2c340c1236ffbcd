package gradus.grader;

import gradus.sandbox.Sandbox;
import gradus.sandbox.Source;
import gradus.sandbox.Workshop;
import gradus.subject.Instance;
import gradus.subject.Subject;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** Tells a fault on our side from a submission that brings its worker down: the former also strikes code that is known to be right. */
final class Machine {

    private static final String TYPE = "activation.Relu";

    private static final Source RIGHT = new Source("Relu.java", """
            package gradus.exercises.activation;
            import gradus.tensor.Tensor;
            public final class Relu {
                public Tensor forward(Tensor x) { return x.maximum(0); }
            }
            """);

    private Machine() {}

    /** Runs right code in a fresh worker; false if even that fails. */
    static boolean works(Sandbox sandbox) {
        try (Workshop workshop = sandbox.workshop(List.of(RIGHT))) {
            return workshop.compile(TYPE).ok() && answers(workshop);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static boolean answers(Workshop workshop) {
        try (Subject subject = workshop.subject(TYPE);
                Instance relu = subject.create()) {
            double[] y = relu.call("forward", Tensor.of(-1, 2)).tensor().toArray();
            return Arrays.equals(y, new double[] {0, 2});
        }
    }
}
