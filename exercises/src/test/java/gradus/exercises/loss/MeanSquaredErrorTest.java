package gradus.exercises.loss;

import gradus.checks.junit.ExerciseTest;

class MeanSquaredErrorTest extends ExerciseTest {
    MeanSquaredErrorTest() {
        super("loss/mean-squared-error");
    }
}
