package gradus.exercises.activation;

import gradus.checks.junit.ExerciseTest;

class SoftmaxTest extends ExerciseTest {
    SoftmaxTest() {
        super("activation/softmax");
    }
}
