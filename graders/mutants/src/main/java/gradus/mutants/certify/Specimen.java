package gradus.mutants.certify;

import gradus.checks.Exercise;
import gradus.mutants.Mutant;
import gradus.mutants.Mutants;
import gradus.mutants.Reference;
import gradus.mutants.styles.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A class that certify examines.
 *
 * @param claims what is to be said of its verdicts
 */
record Specimen(Class<?> type, Function<Examined, List<Claim>> claims) {

    /** Everything that is examined for one exercise. */
    static List<Specimen> of(Exercise exercise, Class<?> skeleton) {
        List<Specimen> all = new ArrayList<>();
        all.add(new Specimen(skeleton, examined -> List.of(examined.unattempted())));
        all.add(right(Reference.type(exercise)));
        Styles.of(exercise.id()).forEach(style -> all.add(right(style)));
        Mutants.of(exercise.id()).forEach(mutant -> all.add(wrong(mutant)));
        return all;
    }

    private static Specimen right(Class<?> type) {
        return new Specimen(type, examined -> List.of(examined.accepted(), examined.unnamed()));
    }

    private static Specimen wrong(Mutant mutant) {
        return new Specimen(mutant.type(), examined -> List.of(examined.killed(mutant.breaks())));
    }
}
