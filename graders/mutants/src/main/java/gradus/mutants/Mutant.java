package gradus.mutants;

import gradus.checks.Diagnosis;
import java.util.List;

/** A class that is wrong on purpose, with the misconception that it stands for. */
public record Mutant(Class<?> type, Misconception misconception) {

    static Mutant of(Class<?> type) {
        Misconception misconception = type.getAnnotation(Misconception.class);
        if (misconception == null) {
            throw new IllegalArgumentException(type.getName() + ": expected a @Misconception but got none.");
        }
        return new Mutant(type, misconception);
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
}
