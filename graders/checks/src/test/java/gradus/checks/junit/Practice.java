package gradus.checks.junit;

import gradus.checks.fixtures.Submissions;

/** Practice tests as they stand beside the exercises, each with another submission. */
final class Practice {

    private Practice() {}

    static final class Right extends ExerciseTest {
        Right() {
            super("dense/affine", Submissions.Right.class);
        }
    }

    static final class Skeleton extends ExerciseTest {
        Skeleton() {
            super("dense/affine", Submissions.Skeleton.class);
        }
    }

    static final class WrongBias extends ExerciseTest {
        WrongBias() {
            super("dense/affine", Submissions.MeanBias.class);
        }
    }
}
