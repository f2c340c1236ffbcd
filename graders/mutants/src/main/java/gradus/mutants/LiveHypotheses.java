package gradus.mutants;

import gradus.checks.Case;
import gradus.checks.Exercise;
import gradus.checks.Experiment;
import gradus.checks.diagnosis.Hypotheses;
import gradus.checks.diagnosis.Hypothesis;
import gradus.checks.diagnosis.Hypothesis.Conduct;
import gradus.subject.LocalSubject;
import gradus.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Supposes every misconception of the catalogue in turn, by running its mutants.
 *
 * <p>Where an exercise has options, such as the reduction of a loss, a misconception may be confined to one of them: then the mutant
 * answers for that option, and the reference for the others.
 */
public final class LiveHypotheses implements Hypotheses {

    @Override
    public List<Hypothesis> about(Exercise exercise) {
        List<Mutant> mutants = Mutants.of(exercise.id());
        Conduct right = running(exercise, new LocalSubject(Reference.type(exercise)));
        List<Hypothesis> all = new ArrayList<>();
        mutants.forEach(mutant -> all.add(new Hypothesis(mutant.diagnosis(), running(exercise, mutant.subject()))));
        for (String option : options(exercise)) {
            for (Mutant mutant : mutants) {
                Conduct wrong = running(exercise, mutant.subject());
                all.add(new Hypothesis(mutant.diagnosis(), confined(option, wrong, right)));
            }
        }
        return all;
    }

    private static Conduct running(Exercise exercise, Subject subject) {
        return experiment -> Optional.of(Experiment.run(exercise, subject, experiment));
    }

    private static Conduct confined(String option, Conduct wrong, Conduct right) {
        return experiment -> isWith(option, experiment) ? wrong.on(experiment) : right.on(experiment);
    }

    private static boolean isWith(String option, Case experiment) {
        return experiment.arguments().stream()
                .anyMatch(argument -> argument.toString().equals(option));
    }

    /** The constants that the constructor of the exercise can be given. */
    private static List<String> options(Exercise exercise) {
        return Stream.of(Reference.type(exercise).getConstructors())
                .flatMap(constructor -> Stream.of(constructor.getParameterTypes()))
                .filter(Class::isEnum)
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(Object::toString)
                .toList();
    }
}
