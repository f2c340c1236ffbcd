package gradus.mutants;

import gradus.checks.Diagnosis;
import gradus.subject.LocalSubject;
import gradus.subject.Subject;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A class that is wrong on purpose, with the misconception that it stands for.
 *
 * @param settings what its constructor takes besides the arguments of the exercise
 */
public record Mutant(Class<?> type, List<Object> settings, Misconception misconception) {

    public static Mutant of(Class<?> type, Object... settings) {
        Misconception misconception = type.getAnnotation(Misconception.class);
        if (misconception == null) {
            throw new IllegalArgumentException(type.getName() + ": expected a @Misconception but got none.");
        }
        return new Mutant(type, List.of(settings), misconception);
    }

    public String id() {
        return misconception.id();
    }

    public String exercise() {
        return misconception.exercise();
    }

    /** The ids of the rows that it gets wrong. */
    public List<String> breaks() {
        return List.of(misconception.breaks());
    }

    /** What to say to a student whose code does the same. */
    public Diagnosis diagnosis() {
        return new Diagnosis(misconception.id(), misconception.message(), misconception.hint());
    }

    /** Builds it as if it were the answer to the exercise. */
    public Subject subject() {
        LocalSubject local = new LocalSubject(type);
        return settings.isEmpty() ? local : new Configured(local, settings);
    }

    /** The class and its settings: {@code ProbabilityClipped(1.0E-7, 1.0)}. */
    @Override
    public String toString() {
        String given = settings.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
        return settings.isEmpty() ? type.getSimpleName() : type.getSimpleName() + given;
    }
}
