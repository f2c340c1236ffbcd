package gradus.checks.catalogue;

import gradus.checks.Exercise;
import java.util.List;
import java.util.Optional;

/** All exercises, in the order of the course. */
public final class Exercises {
    private static final List<Exercise> ALL = List.of(
            Affine.exercise(),
            Activations.relu(),
            Activations.sigmoid(),
            Activations.tanh(),
            Softmax.exercise(),
            SoftmaxCrossEntropy.exercise(),
            MeanSquaredError.exercise());

    private Exercises() {}

    public static List<Exercise> all() {
        return ALL;
    }

    /** The exercise with this id, such as {@code dense/affine}. */
    public static Optional<Exercise> named(String id) {
        return ALL.stream().filter(exercise -> exercise.id().equals(id)).findFirst();
    }
}
