package gradus.exercises.loss;

import gradus.checks.junit.ExerciseTest;

class SoftmaxCrossEntropyTest extends ExerciseTest {
    SoftmaxCrossEntropyTest() {
        super("loss/softmax-cross-entropy");
    }
}
