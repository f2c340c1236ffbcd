package gradus.report;

import gradus.checks.Diagnosis;
import gradus.checks.Status;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What the page of one student shows, in words; the template escapes all of it. */
record StudentPage(Result result) {

    /** One exercise of the page. */
    record ExerciseView(ExerciseResult exercise) {

        String id() {
            return exercise.id();
        }

        String title() {
            return exercise.title();
        }

        String earned() {
            return Marks.text(exercise.earned());
        }

        String possible() {
            return Marks.text(exercise.possible());
        }

        String tone() {
            return Tone.of(exercise).css();
        }

        List<CheckView> checks() {
            return exercise.checks().stream().map(CheckView::new).toList();
        }

        boolean hasOutput() {
            return !exercise.output().isBlank();
        }

        String output() {
            return Plain.text(exercise.output());
        }
    }

    /** One row of an exercise. */
    record CheckView(CheckResult check) {

        String id() {
            return check.id();
        }

        String earned() {
            return Marks.text(check.earned());
        }

        String possible() {
            return Marks.text(check.possible());
        }

        String status() {
            return check.isPending()
                    ? "pending"
                    : check.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        String tone() {
            return Tone.of(check).css();
        }

        boolean isExplained() {
            return check.status() != Status.PASSED;
        }

        String message() {
            return Plain.text(check.message());
        }

        boolean hasDiagnosis() {
            return check.diagnosis() != null;
        }

        String diagnosis() {
            Diagnosis diagnosis = check.diagnosis();
            return diagnosis == null ? "" : Plain.text(diagnosis.message());
        }

        String hint() {
            Diagnosis diagnosis = check.diagnosis();
            return diagnosis == null ? "" : Plain.text(diagnosis.hint());
        }

        boolean hasExperiment() {
            return check.experiment() != null;
        }

        String experiment() {
            return Plain.text(Objects.requireNonNullElse(check.experiment(), ""));
        }
    }

    String name() {
        return Plain.text(result.submission());
    }

    String earned() {
        return Marks.text(result.earned());
    }

    String possible() {
        return Marks.text(result.possible());
    }

    int percent() {
        return Marks.percent(result.earned(), result.possible());
    }

    boolean isPending() {
        return result.hasPending();
    }

    String pending() {
        return Marks.text(result.pending());
    }

    boolean hasError() {
        return result.error() != null;
    }

    String error() {
        return Plain.text(Objects.requireNonNullElse(result.error(), ""));
    }

    boolean hasNotes() {
        return !result.notes().isEmpty();
    }

    List<String> notes() {
        return result.notes().stream().map(Plain::text).toList();
    }

    List<ExerciseView> exercises() {
        return result.exercises().stream().map(ExerciseView::new).toList();
    }

    boolean isUnsandboxed() {
        return result.sandbox().equals("process");
    }
}
