package gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Every sentence, word for word. */
class ErrorMessagesTest {
    private final Tensor x = Tensor.zeros(5, 3);

    private static void says(String message, ThrowingCallable call) {
        assertThat(catchThrowable(call)).isInstanceOf(ShapeException.class).hasMessage(message);
    }

    private static void lies(String message, ThrowingCallable call) {
        assertThat(catchThrowable(call))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage(message);
    }

    @Test
    void shapes() {
        says("Shape.of: expected lengths of 0 or more but got (5, -2).", () -> Shape.of(5, -2));
        says("Shape.of: (65536, 65536) has more entries than an array can hold.", () -> Shape.of(65536, 65536));
        says("Shape.dim: expected an axis of (5, 3) but got 2.", () -> x.dim(2));
        says("Shape.dim: expected an axis of (5, 3) but got -3.", () -> x.dim(-3));
        says(
                "Shape.with: expected an axis of (5, 3) but got 2.",
                () -> x.shape().with(2, 1));
        says(
                "Shape.with: expected an axis of (5, 3) but got -3.",
                () -> x.shape().with(-3, 1));
        assertThat(x.shape().with(-1, 7)).isEqualTo(Shape.of(5, 7));
    }

    @Test
    void numbers_that_overflow() {
        int most = Integer.MAX_VALUE;
        says(
                "Tensor.pad: expected an axis of at most 2147483647 entries with the zeros around (5, 3) but got 4294967298.",
                () -> x.pad(0, most - 1, most));
        says(
                "Tensor.pad: expected an axis of at most 2147483647 entries with the zeros around (0) but got 2147483648.",
                () -> Tensor.zeros(0).pad(0, most, 1));
        says(
                "Tensor.add: 1 to 6442450943 by 2147483647 does not lie within axis 0 of (5, 3).",
                () -> x.add(0, 1, most, Tensor.zeros(4, 3)));
        assertThat(Tensor.of(1, 2, 3).slice(0, 1, 3, most).toArray()).containsExactly(2);
        assertThat(Tensor.of(1, 2, 3).slice(0, 1, 1, most).size()).isZero();
    }

    @Test
    void requirements() {
        says(
                "Affine.forward: x: expected shape (any, 7) but got (5, 3).",
                () -> x.require("Affine.forward: x", Shape.ANY, 7));
        says(
                "Affine.forward: x: expected shape (any, 5) but got (5, 3). Is it transposed?",
                () -> x.require("Affine.forward: x", Shape.ANY, 5));
        says(
                "loss: labels: expected shape (5) but got (2).",
                () -> IntTensor.of(1, 2).require("loss: labels", 5));
    }

    @Test
    void creation() {
        says("Tensor.of: expected 6 values for shape (2, 3) but got 2.", () -> Tensor.of(Shape.of(2, 3), 1, 2));
        says(
                "Tensor.wrap: expected 6 values for shape (2, 3) but got 2.",
                () -> Tensor.wrap(Shape.of(2, 3), new double[2]));
        says("Tensor.of: expected 2 entries in row 1 but got 1.", () -> Tensor.of(new double[][] {{1, 2}, {3}}));
        says("IntTensor.of: expected 6 values for shape (2, 3) but got 1.", () -> IntTensor.of(Shape.of(2, 3), 1));
        says("Tensor.concat: expected at least one tensor but got none.", () -> Tensor.concat(0, List.of()));
        says(
                "Tensor.concat: (5, 3) and (5, 7) do not fit: all axes but axis 0 must be equal.",
                () -> Tensor.concat(0, x, Tensor.zeros(5, 7)));
        says("Tensor.concat: expected an axis of (5, 3) but got 2.", () -> Tensor.concat(2, x, x));
    }

    @Test
    void probabilities() {
        for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThat(catchThrowable(() -> Tensor.bernoulli(x.shape(), p, new Seed(1))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Tensor.bernoulli: expected a probability from 0 to 1 but got " + p + ".");
        }
    }

    @Test
    void indices() {
        lies("index (5, 2) lies outside a tensor of shape (5, 3).", () -> x.get(5, 2));
        lies("index (0, -1) lies outside a tensor of shape (5, 3).", () -> x.get(0, -1));
        lies("index (1) lies outside a tensor of shape (5, 3).", () -> x.get(1));
        lies("index () lies outside a tensor of shape (5, 3).", () -> x.get());
        lies("index (0, 0, 0) lies outside a tensor of shape (5, 3).", () -> x.get(0, 0, 0));
        lies("index (0, 0, 0, 0) lies outside a tensor of shape (5, 3).", () -> x.get(0, 0, 0, 0));
        lies("index (4, 3) lies outside a tensor of shape (5, 3).", () -> x.set(4, 3, 1.0));
        lies("index (4, 3) lies outside a tensor of shape (5, 3).", () -> x.set(new int[] {4, 3}, 1));
        lies(
                "index (2) lies outside a tensor of shape (2).",
                () -> IntTensor.of(1, 2).get(2));
    }

    @Test
    void entries_by_number() {
        lies(
                "Tensor.take: expected numbers from 0 to 4 for axis 0 of (5, 3) but got 5.",
                () -> x.take(IntTensor.of(0, 5)));
        lies(
                "Tensor.pick: expected numbers from 0 to 2 for axis -1 of (5, 3) but got -1.",
                () -> x.pick(IntTensor.of(0, 1, 2, -1, 0)));
        says("Tensor.pick: expected shape (5) but got (2).", () -> x.pick(IntTensor.of(0, 1)));
        says(
                "Tensor.take: expected 1 axis or more but got ().",
                () -> Tensor.zeros().take(IntTensor.of(0)));
        says(
                "Tensor.addTake: expected shape (2, 3) but got (3, 2). Is it transposed?",
                () -> x.addTake(IntTensor.of(0, 1), Tensor.zeros(3, 2)));
        says(
                "Tensor.addPick: expected shape (5) but got (5, 1).",
                () -> x.addPick(IntTensor.of(0, 1, 2, 0, 0), Tensor.zeros(5, 1)));
    }

    @Test
    void two_operands() {
        says(
                "Tensor.plus: (5, 3) and (5, 7) do not fit: axis -1 has 3 and 7 entries; they must be equal or 1.",
                () -> x.plus(Tensor.zeros(5, 7)));
        says(
                "Tensor.lessEqual: (5, 3) and (2, 1) do not fit: axis -2 has 5 and 2 entries; they must be equal or 1.",
                () -> x.lessEqual(Tensor.zeros(2, 1)));
        says(
                "Tensor.where: (5, 3) and (2) do not fit: axis -1 has 3 and 2 entries; they must be equal or 1.",
                () -> x.where(x, Tensor.zeros(2)));
        says("Tensor.dot: expected shape (5, 3) but got (3, 5). Is it transposed?", () -> x.dot(x.transpose()));
    }

    @Test
    void reductions() {
        says("Tensor.sum: expected an axis of (5, 3) but got 2.", () -> x.sum(2));
        says("Tensor.sumKeep: expected at least one axis of (5, 3) but got none.", () -> x.sumKeep());
        says("Tensor.mean: expected different axes of (5, 3) but got (1, -1).", () -> x.mean(1, -1));
        says(
                "Tensor.max: expected entries along axis 1 of (5, 0) but there are none.",
                () -> Tensor.zeros(5, 0).max(1));
        says(
                "Tensor.argmax: expected entries along axis 0 of (0) but there are none.",
                () -> Tensor.zeros(0).argmax(0));
        says(
                "Tensor.sumTo: (2) and (5, 3) do not fit: axis -1 has 2 and 3 entries; they must be equal or 1.",
                () -> x.sumTo(Shape.of(2)));
        says("Tensor.sumTo: (1, 5, 3) does not stretch to (5, 3).", () -> x.sumTo(Shape.of(1, 5, 3)));
    }

    @Test
    void products() {
        says(
                "Tensor.matmul: (7, 3) and (5, 7) do not fit: 3 columns of the left meet 5 rows of the right.",
                () -> Tensor.zeros(7, 3).matmul(Tensor.zeros(5, 7)));
        says(
                "Tensor.transposedMatmul: (7, 3) and (5, 7) do not fit: 7 rows of the left meet 5 rows of the right.",
                () -> Tensor.zeros(7, 3).transposedMatmul(Tensor.zeros(5, 7)));
        says(
                "Tensor.matmulTransposed: (7, 3) and (5, 7) do not fit: 3 columns of the left meet 7 columns of the right.",
                () -> Tensor.zeros(7, 3).matmulTransposed(Tensor.zeros(5, 7)));
        says("Tensor.matmul: (5, 3) and (3) do not fit: both need two axes or more.", () -> x.matmul(Tensor.zeros(3)));
        says(
                "Tensor.matmul: (2, 5, 3) and (7, 3, 1) do not fit: the leading axes (2) and (7) must be equal, or the right has none.",
                () -> Tensor.zeros(2, 5, 3).matmul(Tensor.zeros(7, 3, 1)));
    }

    @Test
    void rearrangements() {
        says("Tensor.reshape: (5, 3) has 15 entries but (2, 7) has 14.", () -> x.reshape(2, 7));
        says("Tensor.reshape: (5, 3) has 15 entries, which do not divide into (2, -1).", () -> x.reshape(2, -1));
        says(
                "Tensor.transpose: expected 2 axes or more but got (3).",
                () -> Tensor.zeros(3).transpose());
        says("Tensor.permute: expected every axis of (5, 3) once but got (0, 0).", () -> x.permute(0, 0));
        says("Tensor.permute: expected every axis of (5, 3) once but got (0, -2).", () -> x.permute(0, -2));
        says("Tensor.permute: expected an axis of (5, 3) but got 2.", () -> x.permute(0, 2));
        says(
                "Window.outputWidth: expected 3 pixels or more but got 2. With padding there are 2, and the window spans 3.",
                () -> Tensor.zeros(1, 1, 3, 2).unfold(Window.of(3)));
        says("Tensor.unfold: expected shape (any, any, any, any) but got (5, 3).", () -> x.unfold(Window.of(1)));
        says(
                "Tensor.unfold: expected shape (any, any, any, any) but got (1, 1, 2, 2, 3).",
                () -> Tensor.zeros(1, 1, 2, 2, 3).unfold(Window.of(1)));
        says("Tensor.slice: 2 to 4 does not lie within axis 1 of (5, 3).", () -> x.slice(-1, 2, 4));
        says("Tensor.slice: 0 to 3 by 0 does not lie within axis 1 of (5, 3).", () -> x.slice(1, 0, 3, 0));
        says("Tensor.select: expected an entry of axis 0 of (5, 3) but got 5.", () -> x.select(0, 5));
        says("Tensor.expand: expected an axis of (1, 5, 3) but got 3.", () -> x.expand(3));
        says("Tensor.broadcastTo: (5, 3) does not stretch to (3).", () -> x.broadcastTo(Shape.of(3)));
        says(
                "Tensor.pad: expected 0 or more zeros around (5, 3) but got -1 before and 0 after.",
                () -> x.pad(0, -1, 0));
    }

    @Test
    void updates() {
        says("Tensor.assign: (7, 5, 3) does not stretch to (5, 3).", () -> x.assign(Tensor.zeros(7, 5, 3)));
        says(
                "Tensor.increment: (2) and (5, 3) do not fit: axis -1 has 2 and 3 entries; they must be equal or 1.",
                () -> x.increment(Tensor.zeros(2)));
        says(
                "Tensor.put: (5, 3) and (2, 7) do not fit: all axes but axis 0 must be equal.",
                () -> x.put(0, 0, Tensor.zeros(2, 7)));
        says("Tensor.put: 4 to 6 does not lie within axis 0 of (5, 3).", () -> x.put(0, 4, Tensor.zeros(2, 3)));
        says("Tensor.add: 1 to 6 by 2 does not lie within axis 0 of (5, 3).", () -> x.add(0, 1, 2, Tensor.zeros(3, 3)));
    }

    @Test
    void parameters() {
        Parameter w = new Parameter("w", 7, 3);

        says(
                "parameter w: expected a gradient of shape (7, 3) but got (3, 7). Is it transposed?",
                () -> w.addGradient(Tensor.zeros(3, 7)));
        says("parameter w: expected a value of shape (7, 3) but got (7).", () -> w.set(Tensor.zeros(7)));
    }

    @Test
    void linear_systems() {
        assertThat(catchThrowable(() -> Tensor.ones(2, 2).solve(Tensor.ones(2, 1))))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "Tensor.solve: the matrix of shape (2, 2) is singular to working precision: a x = b has no single"
                                + " solution.");
        says("Tensor.solve: this: expected shape (5, 5) but got (5, 3).", () -> x.solve(x));
        says(
                "Tensor.solve: b: expected shape (2, any) but got (5, 3).",
                () -> Tensor.eye(2).solve(x));
        says(
                "Tensor.matrix: expected shape (any, any) but got (3).",
                () -> Tensor.zeros(3).matrix());
    }

    @Test
    void not_attempted() {
        assertThat(new NotAttempted()).hasMessage("not attempted yet");
    }
}
