package gradus.exercises.activation;

import gradus.checks.junit.ExerciseTest;

class ReluTest extends ExerciseTest {
    ReluTest() {
        super("activation/relu");
    }
}
