package gradus.exercises.activation;

import gradus.checks.junit.ExerciseTest;

class TanhTest extends ExerciseTest {
    TanhTest() {
        super("activation/tanh");
    }
}
