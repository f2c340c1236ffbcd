package gradus.report;

import gradus.checks.Status;
import java.util.Locale;

/** The colour of a mark on a page; words always stand beside it. */
enum Tone {
    FULL,
    PART,
    NONE,
    OPEN;

    static Tone of(CheckResult check) {
        if (check.isPending() || check.status() == Status.NOT_ATTEMPTED) {
            return OPEN;
        }
        return of(check.earned(), check.possible());
    }

    static Tone of(ExerciseResult exercise) {
        boolean open = exercise.checks().stream().allMatch(check -> of(check) == OPEN);
        return open ? OPEN : of(exercise.earned(), exercise.possible());
    }

    private static Tone of(double earned, double possible) {
        if (earned >= possible) {
            return FULL;
        }
        return earned > 0 ? PART : NONE;
    }

    String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
