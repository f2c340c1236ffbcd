package gradus.reference.init;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Recording;
import gradus.tensor.Initializer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How far PyTorch spreads the weights of each shape: its random numbers are others, their deviations and bounds are not. */
class InitializersRecordedTest {
    private static final Seed SEED = new Seed(7);

    @TestFactory
    Stream<DynamicTest> spread_weights_as_recorded() {
        return Stream.of(
                        normal("gaussian", new Gaussian(0.01)),
                        normal("xavier-normal", new XavierNormal()),
                        normal("he-normal", new He()),
                        normal("glorot-normal", new Glorot()),
                        uniform("xavier-uniform", new XavierUniform()),
                        uniform("he-uniform", new He(Distribution.UNIFORM)),
                        uniform("glorot-uniform", new Glorot(Distribution.UNIFORM)))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> normal(String name, Initializer initializer) {
        return cases(name, initializer, (shape, r) -> Tensor.normal(shape, SEED).times(r.number("deviation")));
    }

    private static Stream<DynamicTest> uniform(String name, Initializer initializer) {
        return cases(
                name,
                initializer,
                (shape, r) -> Tensor.uniform(shape, SEED).times(2).minus(1).times(r.number("bound")));
    }

    private static Stream<DynamicTest> cases(
            String name, Initializer initializer, BiFunction<Shape, Recording, Tensor> expected) {
        return DynamicTest.stream(Recording.of("init/" + name), Recording::toString, recorded -> {
            Shape shape = shape(recorded);
            assertThat(initializer.create(shape, SEED)).isCloseTo(expected.apply(shape, recorded), Recording.TOLERANCE);
        });
    }

    @TestFactory
    Stream<DynamicTest> orthogonal_rows_or_columns_have_the_recorded_products() {
        return DynamicTest.stream(Recording.of("init/orthogonal"), Recording::toString, recorded -> {
            Shape shape = shape(recorded);
            int rows = shape.dim(0);
            Tensor w = new Orthogonal().create(shape, SEED).reshape(rows, shape.size() / rows);
            Tensor products = rows <= w.dim(1) ? w.matmulTransposed(w) : w.transposedMatmul(w);

            assertThat(products).isCloseTo(recorded.expected("products"), Recording.TOLERANCE);
        });
    }

    private static Shape shape(Recording recorded) {
        int rank = recorded.node().get("arguments").size();
        return Shape.of(IntStream.range(0, rank).map(recorded::integer).toArray());
    }
}
