package gradus.exercises.dense;

import gradus.checks.junit.ExerciseTest;

class AffineTest extends ExerciseTest {
    AffineTest() {
        super("dense/affine");
    }
}
