package gradus.report;

import gradus.checks.Diagnosis;
import gradus.checks.Status;
import gradus.checks.Worst;
import java.util.List;

/** Results for the tests of the reports. */
final class Samples {

    static final String HOSTILE =
            "<script>alert('x')</script> & \u001b[31mred\u001b[0m \u001b]0;title\u0007 \u0000\u202Eend";

    private Samples() {}

    static Result alice() {
        CheckResult right = new CheckResult("forward", Status.PASSED, 1, 1, null, null, null, "right on 6 cases");
        CheckResult wrong = new CheckResult(
                "backward.dW",
                Status.FAILED,
                0,
                1,
                new Worst(List.of(0, 2), 0.31, 0.062, 0.8),
                new Diagnosis("AF-05", "your dW is the right one divided by N", "Which function divides by N?"),
                "x (5, 7), w (7, 3), seed 42",
                "dW is wrong in 21 of 21 entries.");
        CheckResult wild = new CheckResult(
                "backward.db",
                Status.NOT_FINITE,
                0,
                1,
                new Worst(List.of(), 1e-12, Double.NEGATIVE_INFINITY, Double.NaN),
                null,
                null,
                "db has NaN.");
        return result("alice", List.of(right, wrong, wild), "hello\n");
    }

    static Result result(String name, List<CheckResult> checks, String output) {
        ExerciseResult exercise = ExerciseResult.of("dense/affine", "Affine layer", checks, output);
        return new Result(
                Result.SCHEMA,
                name,
                "00ff",
                "42",
                "0.1.0",
                "17.0.1",
                "bwrap",
                exercise.earned(),
                exercise.possible(),
                1.25,
                List.of(exercise),
                0,
                List.of(),
                null);
    }

    /** A result in which every text that a stranger can choose is hostile. */
    static Result hostile() {
        CheckResult check = new CheckResult(
                "forward",
                Status.EXCEPTION,
                0,
                1,
                new Worst(List.of(1), Double.NaN, Double.POSITIVE_INFINITY, Double.NaN),
                new Diagnosis("sign", HOSTILE, HOSTILE),
                HOSTILE,
                HOSTILE);
        Result plain = result("=cmd|' /C calc'!A0" + HOSTILE, List.of(check), HOSTILE);
        return new Result(
                plain.schema(),
                plain.submission(),
                plain.sha256(),
                plain.seed(),
                plain.gradus(),
                plain.jdk(),
                "process",
                0,
                1,
                plain.wallSeconds(),
                plain.exercises(),
                0,
                List.of(HOSTILE),
                HOSTILE);
    }

    static Result pending() {
        CheckResult check =
                new CheckResult("forward", Status.INFRA, 0, 1, null, null, null, "the worker would not start.");
        Result plain = result("bob", List.of(check), "");
        return new Result(
                plain.schema(),
                plain.submission(),
                plain.sha256(),
                plain.seed(),
                plain.gradus(),
                plain.jdk(),
                plain.sandbox(),
                0,
                1,
                plain.wallSeconds(),
                plain.exercises(),
                1,
                List.of(),
                null);
    }
}
