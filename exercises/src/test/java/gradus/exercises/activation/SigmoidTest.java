package gradus.exercises.activation;

import gradus.checks.junit.ExerciseTest;

class SigmoidTest extends ExerciseTest {
    SigmoidTest() {
        super("activation/sigmoid");
    }
}
