package gradus.mutants.certify;

import gradus.checks.Exercise;
import gradus.checks.Row;
import gradus.mutants.Mutant;
import gradus.mutants.Mutants;
import gradus.mutants.Reference;
import gradus.mutants.afresh.Afresh;
import gradus.mutants.styles.Styles;
import gradus.mutants.unseen.Unseen;
import gradus.subject.LocalSubject;
import gradus.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Code that certify examines.
 *
 * @param claims what is to be said of its verdicts
 */
record Specimen(String name, Subject subject, Function<Examined, List<Claim>> claims) {

    /** Everything that is examined for one exercise. */
    static List<Specimen> of(Exercise exercise, Class<?> skeleton) {
        List<Specimen> all = new ArrayList<>();
        all.add(of(skeleton, examined -> List.of(examined.unattempted())));
        all.add(right(Reference.type(exercise)));
        Styles.of(exercise.id()).forEach(style -> all.add(right(style)));
        Mutants.of(exercise.id()).forEach(mutant -> all.add(wrong(mutant)));
        Stream.concat(Afresh.all().stream(), Unseen.all().stream())
                .filter(afresh -> afresh.exercise().equals(exercise.id()))
                .forEach(afresh -> all.add(fresh(exercise, afresh)));
        return all;
    }

    private static Specimen of(Class<?> type, Function<Examined, List<Claim>> claims) {
        return new Specimen(name(type), new LocalSubject(type), claims);
    }

    /** Code that was written twice from one sentence may well bear one name: the package tells which it is. */
    private static String name(Class<?> type) {
        String folder = type.getPackageName();
        return folder.substring(folder.lastIndexOf('.') + 1) + "." + type.getSimpleName();
    }

    private static Specimen right(Class<?> type) {
        return of(type, examined -> List.of(examined.accepted(), examined.unnamed()));
    }

    private static Specimen wrong(Mutant mutant) {
        return new Specimen(mutant.toString(), mutant.subject(), examined -> List.of(examined.killed(mutant.breaks())));
    }

    private static Specimen fresh(Exercise exercise, Afresh afresh) {
        List<String> rows = exercise.rows().stream().map(Row::id).toList();
        return of(afresh.type(), examined -> List.of(examined.killed(rows), examined.named(afresh.bug())));
    }
}
