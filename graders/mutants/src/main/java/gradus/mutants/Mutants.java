package gradus.mutants;

import gradus.mutants.affine.AffineMutants;
import gradus.mutants.crossentropy.CrossEntropyMutants;
import gradus.mutants.relu.ReluMutants;
import gradus.mutants.sigmoid.SigmoidMutants;
import gradus.mutants.softmax.SoftmaxMutants;
import gradus.mutants.squarederror.SquaredErrorMutants;
import gradus.mutants.tanh.TanhMutants;
import java.util.List;
import java.util.stream.Stream;

/** The catalogue of everything that is wrong on purpose. */
public final class Mutants {
    private static final List<Mutant> ALL = Stream.of(
                    AffineMutants.ALL,
                    ReluMutants.ALL,
                    SigmoidMutants.ALL,
                    TanhMutants.ALL,
                    SoftmaxMutants.ALL,
                    CrossEntropyMutants.ALL,
                    SquaredErrorMutants.ALL)
            .flatMap(List::stream)
            .toList();

    private Mutants() {}

    public static List<Mutant> all() {
        return ALL;
    }

    /** The mutants of one exercise, such as {@code dense/affine}, the likelier first. */
    public static List<Mutant> of(String exercise) {
        return ALL.stream().filter(mutant -> mutant.exercise().equals(exercise)).toList();
    }
}
