package gradus.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import gradus.checks.Examination;
import gradus.checks.Exercise;
import gradus.checks.Law;
import gradus.checks.catalogue.Exercises;
import gradus.mutants.afresh.Afresh;
import gradus.mutants.styles.Styles;
import gradus.mutants.unseen.Unseen;
import gradus.subject.Failure;
import gradus.subject.LocalSubject;
import gradus.subject.Subject;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LawsTest {
    private static final List<BinaryOperator<Tensor>> DISTORTIONS = List.of(
            (x, result) -> result.plus(1),
            (x, result) -> result.times(1.5),
            (x, result) -> result.square(),
            (x, result) -> result.minus(result.meanKeep(0)),
            (x, result) -> result.plus(x.sum()),
            (x, result) -> result.plus(x.slice(-1, 0, 1)));

    static Stream<Arguments> laws() {
        return Exercises.all().stream()
                .flatMap(exercise -> exercise.laws().stream()
                        .map(law -> argumentSet(exercise.id() + " " + law.row().id() + " " + law.id(), exercise, law)));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void every_law_alone_dies_on_some_wrong_code(Exercise exercise, Law law) {
        boolean dies = Stream.concat(wrong(exercise), distorted(exercise, law))
                .anyMatch(subject -> breaks(exercise, law, subject, new Seed(1)));

        assertThat(dies).isTrue();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void every_law_holds_for_right_code(Exercise exercise, Law law) {
        for (int seed = 0; seed < 20; seed++) {
            for (Class<?> style : Styles.of(exercise.id())) {
                assertThat(breaks(exercise, law, new LocalSubject(style), new Seed(seed)))
                        .as("%s, seed %d", style.getSimpleName(), seed)
                        .isFalse();
            }
        }
    }

    private static Stream<Subject> wrong(Exercise exercise) {
        Stream<Subject> mutants = Mutants.of(exercise.id()).stream().map(Mutant::subject);
        Stream<Subject> fresh = Stream.concat(Afresh.all().stream(), Unseen.all().stream())
                .filter(afresh -> afresh.exercise().equals(exercise.id()))
                .map(afresh -> new LocalSubject(afresh.type()));
        return Stream.concat(mutants, fresh);
    }

    private static Stream<Subject> distorted(Exercise exercise, Law law) {
        return DISTORTIONS.stream()
                .map(distortion -> new Distorted(new LocalSubject(Reference.type(exercise)), law.row(), distortion));
    }

    private static boolean breaks(Exercise exercise, Law law, Subject subject, Seed seed) {
        Examination examination = new Examination(exercise, subject, List.of(), seed);
        try {
            law.run(examination);
        } catch (Failure failure) {
            return false;
        }
        return !examination.isOpen(law.row());
    }
}
