package gradus.problems;

import org.jspecify.annotations.Nullable;

/**
 * The marking of one answer.
 *
 * @param part the part of the problem that asks for it
 * @param given what was answered, as typed; null if nothing
 * @param earned credits; below zero where a slip costs credits of the part
 * @param possible credits
 * @param expected the key, as text
 * @param carried what follows from earlier answers where that is not the key; otherwise null
 * @param misconception ids of the slips that give this answer, joined by commas; null if none does
 * @param message one or two sentences to the student
 */
public record Mark(
        String id,
        String part,
        @Nullable String given,
        MarkStatus status,
        double earned,
        double possible,
        String expected,
        @Nullable String carried,
        @Nullable String misconception,
        String message) {
    Mark as(MarkStatus other) {
        return new Mark(id, part, given, other, earned, possible, expected, carried, misconception, message);
    }

    Mark earning(double credits) {
        return new Mark(id, part, given, status, credits, possible, expected, carried, misconception, message);
    }

    Mark saying(String other) {
        return new Mark(id, part, given, status, earned, possible, expected, carried, misconception, other);
    }

    Mark carrying(@Nullable String other) {
        return new Mark(id, part, given, status, earned, possible, expected, other, misconception, message);
    }
}
