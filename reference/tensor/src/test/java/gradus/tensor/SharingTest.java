package gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Who shares numbers with whom. */
class SharingTest {
    private final Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void no_operation_shares_even_where_nothing_is_to_be_done() {
        Map<String, UnaryOperator<Tensor>> operations = Map.ofEntries(
                Map.entry("copy", Tensor::copy),
                Map.entry("abs", Tensor::abs),
                Map.entry("plus", t -> t.plus(0)),
                Map.entry("reshape", t -> t.reshape(t.shape())),
                Map.entry("expand", t -> t.expand(0)),
                Map.entry("permute", t -> t.permute(0, 1)),
                Map.entry("slice", t -> t.slice(0, 0, 2)),
                Map.entry("select", t -> t.select(0, 0)),
                Map.entry("broadcastTo", t -> t.broadcastTo(t.shape())),
                Map.entry("sumTo", t -> t.sumTo(t.shape())),
                Map.entry("sumKeep", t -> t.expand(0).sumKeep(0)),
                Map.entry("concat", t -> Tensor.concat(0, t)),
                Map.entry("stack", t -> Tensor.stack(0, List.of(t))),
                Map.entry("pad", t -> t.pad(0, 0, 0)),
                Map.entry("take", t -> t.take(IntTensor.of(0, 1))),
                Map.entry("map", t -> t.map(v -> v)));

        operations.forEach((name, operation) -> {
            operation.apply(x).fill(-1);
            assertThat(x.toArray()).as(name).containsExactly(1, 2, 3, 4, 5, 6);
        });
    }

    @Test
    void a_reshaped_tensor_and_its_origin_change_alone_whichever_way_they_are_written_to() {
        List<Consumer<Tensor>> writes = List.of(
                t -> t.fill(-1),
                t -> t.set(new int[t.rank()], -1),
                t -> t.increment(t),
                t -> t.increment(t.reshape(t.shape())),
                t -> t.addTake(IntTensor.of(0), Tensor.ones(t.shape().with(0, 1))),
                t -> t.data()[0] = -1);

        for (Consumer<Tensor> write : writes) {
            Tensor origin = Tensor.of(Shape.of(3, 2), 1, 2, 3, 4, 5, 6).plus(0);
            Tensor reshaped = origin.reshape(2, 3);
            Tensor again = reshaped.reshape(6, 1);
            write.accept(reshaped);
            assertThat(origin.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(again.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
            write.accept(origin);
            assertThat(again.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(origin.get(0, 0)).isNotEqualTo(1);
            assertThat(reshaped.get(0, 0)).isNotEqualTo(1);
        }
    }

    @Test
    void what_is_written_to_a_kept_array_stays_out_of_what_was_reshaped_before_or_after() {
        Tensor origin = Tensor.of(1, 2);
        Tensor before = origin.reshape(2, 1);
        double[] kept = origin.data();
        Tensor after = origin.reshape(2, 1);

        kept[0] = 9;

        assertThat(origin.toArray()).containsExactly(9, 2);
        assertThat(before.toArray()).containsExactly(1, 2);
        assertThat(after.toArray()).containsExactly(1, 2);
    }

    @Test
    void values_are_copied_in_and_out() {
        double[] values = {1, 2};
        Tensor t = Tensor.of(values);
        values[0] = 9;
        t.toArray()[1] = 9;

        assertThat(t.toArray()).containsExactly(1, 2);
    }

    @Test
    void wrap_and_data_share() {
        double[] values = {1, 2};
        Tensor t = Tensor.wrap(Shape.of(2), values);

        t.set(0, 5);
        t.data()[1] = 6;

        assertThat(values).containsExactly(5, 6);
        assertThat(t.data()).isSameAs(values);
    }

    @Test
    void ejml_writes_through_a_shared_matrix() {
        Tensor product = Tensor.zeros(2, 2);

        CommonOps_DDRM.multTransB(x.matrix(), x.matrix(), product.matrix());

        assertThat(product.toArray()).containsExactly(14, 32, 32, 77);
    }

    @Test
    void a_matrix_that_ejml_reshaped_is_copied_without_its_spare_entries() {
        DMatrixRMaj matrix = new DMatrixRMaj(3, 3);
        matrix.reshape(2, 2);
        matrix.set(1, 1, 7);

        Tensor copy = Tensor.of(matrix);

        assertThat(copy.shape()).isEqualTo(Shape.of(2, 2));
        assertThat(copy.toArray()).containsExactly(0, 0, 0, 7);
        matrix.set(1, 1, 8);
        assertThat(copy.get(1, 1)).isEqualTo(7);
    }

    /** The trap that {@link Tensor#matrix} warns of. */
    @Test
    void an_output_of_the_wrong_shape_gets_an_array_of_its_own() {
        Tensor tooSmall = Tensor.zeros(1, 1);

        CommonOps_DDRM.multTransB(x.matrix(), x.matrix(), tooSmall.matrix());

        assertThat(tooSmall.toArray()).containsExactly(0);
    }

    @Test
    void solve_changes_neither_side() {
        Tensor a = Tensor.of(new double[][] {{0, 2}, {4, 0}});
        Tensor b = Tensor.of(new double[][] {{6}, {8}});

        assertThat(a.solve(b).toArray()).containsExactly(2, 3);
        assertThat(a.toArray()).containsExactly(0, 2, 4, 0);
        assertThat(b.toArray()).containsExactly(6, 8);
    }
}
