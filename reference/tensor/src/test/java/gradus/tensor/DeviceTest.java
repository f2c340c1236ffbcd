package gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The algebra on a device with memory of its own: equal numbers, few transfers, and no write that is missed. */
class DeviceTest {
    private static final Seed SEED = new Seed(7);

    private final PretendedDevice device = new PretendedDevice();

    private <T> T there(Supplier<T> work) {
        return Backend.on(device, work);
    }

    private static Map<String, Tensor> everyOperation() {
        Tensor x = Tensor.normal(Shape.of(2, 3, 5), SEED);
        Tensor w = Tensor.uniform(Shape.of(5, 7), SEED.next());
        Tensor row = Tensor.of(1, -2, 3, -4, 5);
        IntTensor rows = IntTensor.of(1, 0, 1);
        IntTensor columns = IntTensor.of(Shape.of(2, 3), 4, 0, 1, 2, 3, 3);
        Map<String, Tensor> results = new TreeMap<>();
        results.put(
                "binary", x.plus(row).times(x).minus(2).divide(row).maximum(x).less(0.5));
        results.put("unary", x.abs().log1p().tanh().erf().exp());
        results.put("choose", x.greater(0).where(x, row));
        results.put("fold", x.sum(0, 2).plus(x.maxKeep(1).min(2).mean(0)));
        results.put("matmul", x.matmul(w).plus(x.matmulTransposed(w.transpose())));
        results.put("transposedMatmul", x.transposedMatmul(x));
        results.put("gather", x.permute(2, 0, 1).flip(0).slice(0, 0, 5, 2).pad(1, 1, 2));
        results.put("bernoulli", Tensor.bernoulli(Shape.of(50), 0.3, SEED));
        results.put("concat", Tensor.concat(1, x, x.negate()));
        results.put("stack", Tensor.stack(0, List.of(row, row.square())));
        results.put("take", x.take(rows));
        results.put("pick", x.pick(columns));
        results.put("map", x.map(Math::rint));
        results.put("solve", w.transposedMatmul(w).plus(Tensor.eye(7)).solve(Tensor.ones(7, 1)));
        results.put("updates", updated(x.copy(), rows, columns));
        return results;
    }

    private static Tensor updated(Tensor x, IntTensor rows, IntTensor columns) {
        x.increment(Tensor.of(1, 2, 3, 4, 5));
        x.put(1, 0, Tensor.ones(2, 1, 5));
        x.add(2, 0, 2, Tensor.ones(2, 3, 3));
        x.addTake(rows, Tensor.ones(3, 3, 5));
        x.addPick(columns, -1);
        x.set(0, 0, 0, 9);
        return x;
    }

    @Test
    void every_operation_gives_the_same_numbers() {
        Map<String, String> expected = printed(everyOperation());

        Map<String, String> actual = there(() -> printed(everyOperation()));

        assertThat(actual).isEqualTo(expected);
    }

    private static Map<String, String> printed(Map<String, Tensor> results) {
        Map<String, String> printed = new TreeMap<>();
        results.forEach((name, x) -> printed.put(name, x.shape() + Arrays.toString(x.toArray())));
        return printed;
    }

    @Test
    void a_training_step_moves_nothing_once_its_numbers_are_there() {
        Parameter w = new Parameter("w", 5, 3);
        Tensor x = Tensor.normal(Shape.of(7, 5), SEED);
        there(() -> step(x, w));
        int before = device.uploads() + device.downloads();

        there(() -> step(x, w));

        assertThat(before).isEqualTo(3); // x and the parameter's value and gradient, up
        assertThat(device.uploads() + device.downloads()).isEqualTo(before);
    }

    private static Tensor step(Tensor x, Parameter w) {
        w.clear();
        Tensor y = x.matmul(w.value()).tanh();
        w.addGradient(x.transposedMatmul(y.minus(1).times(y.square().oneMinus())));
        w.set(w.value().minus(w.gradient().times(0.1)));
        return y;
    }

    @Test
    void late_writes_through_a_kept_array_are_seen() {
        Tensor x = Tensor.of(1, 2, 3);
        double[] kept = x.data();
        assertThat(there(() -> x.plus(1)).toArray()).containsExactly(2, 3, 4);

        kept[0] = 10;

        assertThat(there(() -> x.plus(1)).toArray()).containsExactly(11, 3, 4);
    }

    @Test
    void late_writes_are_seen_where_the_array_was_taken_after_the_device_took_over() {
        Tensor x = there(() -> Tensor.of(1, 2, 3).times(1));
        double[] kept = x.data();

        kept[1] = 20;

        assertThat(there(() -> x.plus(1)).toArray()).containsExactly(2, 21, 4);
    }

    @Test
    void a_kept_array_sees_what_the_device_writes() {
        double[] wrapped = {1, 2};
        Tensor x = Tensor.wrap(Shape.of(2), wrapped);
        Tensor y = there(() -> Tensor.zeros(2));
        double[] kept = y.data();

        there(() -> {
            x.increment(Tensor.of(1, 1));
            y.fill(3);
            return x;
        });

        assertThat(wrapped).containsExactly(2, 3);
        assertThat(kept).containsExactly(3, 3);
    }

    @Test
    void a_tensor_that_lives_there_can_be_used_and_changed_at_home() {
        Tensor x = there(() -> Tensor.ones(3));

        x.increment(Tensor.of(1, 2, 3));

        assertThat(x.times(2).toArray()).containsExactly(4, 6, 8);
        assertThat(there(() -> x.times(3)).toArray()).containsExactly(6, 9, 12);
    }

    @Test
    void the_backend_before_comes_back_even_after_a_failure() {
        assertThat(Backend.current()).isSameAs(Backend.plain());

        assertThat(there(Backend::current)).isSameAs(device);
        assertThatThrownBy(() -> there(() -> Tensor.zeros(-1))).isInstanceOf(ShapeException.class);

        assertThat(Backend.current()).isSameAs(Backend.plain());
    }
}
