package gradus.reference.plan;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What a description says of a net, held against the net itself, built and run: nets of every kind of stage, drawn. */
class DrawnNetTest {
    @Property(seed = "2026", tries = 80)
    void nets_of_images_hold_and_multiply_what_is_said(
            @ForAll @Size(40) List<@IntRange(min = 0, max = 999) Integer> numbers) {
        agrees(Measure.of(2, 13, 11), new DrawnNets(numbers)::images);
    }

    @Property(seed = "2026", tries = 50)
    void nets_of_sequences_hold_and_multiply_what_is_said(
            @ForAll @Size(24) List<@IntRange(min = 0, max = 999) Integer> numbers) {
        agrees(Measure.of(5, 7), new DrawnNets(numbers)::sequences);
        agrees(Measure.ofTokens(5), new DrawnNets(numbers)::sequences);
        agrees(Measure.ofSignal(3, 17), new DrawnNets(numbers)::signals);
    }

    private static void agrees(Measure start, Function<Measure, Chain> draw) {
        Chain net = draw.apply(start);
        Measure end = net.after(start);
        Layer layer = net.layer(start.shape());
        layer.parameters()
                .forEach(p -> p.set(Values.NORMAL.draw(1, p.value().shape().toArray())));

        Tensor y = layer.forward(Tensor.zeros(Seen.batch(3, start.shape())));
        assertThat(y.shape()).as("%s", net).isEqualTo(Seen.batch(3, end.shape()));
        assertThat(layer.backward(Tensor.ones(y.shape())).shape())
                .as("%s", net)
                .isEqualTo(Seen.batch(3, start.shape()));
        Trial trial = Trial.of(layer, start.shape());
        assertThat(trial.shape()).as("%s", net).isEqualTo(end.shape());
        assertThat(trial.parameters()).as("%s", net).isEqualTo(end.parameters());
        assertThat(trial.state()).as("%s", net).isEqualTo(end.state());
        if (!net.toString().contains("BILINEAR")) { // whose weights are multiplied but not counted
            assertThat(trial.multiplications()).as("%s", net).isEqualTo(end.multiplications());
        }
    }

    @Property(seed = "2026", tries = 80)
    void outputs_see_their_field_and_no_more(@ForAll @Size(20) List<@IntRange(min = 0, max = 999) Integer> numbers) {
        Measure start = Measure.of(2, 19, 23);
        Chain net = new DrawnNets(numbers).rising(start, false);
        Field field = net.after(start).field();
        Seen seen = Seen.by(net, start.shape());

        if (!net.toString().contains("BILINEAR")) {
            assertThat(found(net, start)).as("%s", net).isEqualTo(seen);
        }
        assertThat(seen.rows()).as("%s", net).isLessThanOrEqualTo(field.rows());
        assertThat(seen.columns()).as("%s", net).isLessThanOrEqualTo(field.columns());
        if (field.height() + field.jump() <= 19) { // one field lies inside
            assertThat(seen.rows()).as("%s", net).isEqualTo(field.rows());
        }
        if (field.width() + field.jump() <= 23) {
            assertThat(seen.columns()).as("%s", net).isEqualTo(field.columns());
        }
    }

    @Property(seed = "2026", tries = 80)
    void outputs_of_nets_that_enlarge_see_no_more_than_their_field(
            @ForAll @Size(20) List<@IntRange(min = 0, max = 999) Integer> numbers) {
        Measure start = Measure.of(2, 11, 13);
        Chain net = new DrawnNets(numbers).rising(start, true);
        Field field = net.after(start).field();
        Seen seen = Seen.by(net, start.shape());

        if (!net.toString().contains("BILINEAR")) {
            assertThat(found(net, start)).as("%s", net).isEqualTo(seen);
        }
        assertThat(seen.rows()).as("%s", net).isLessThanOrEqualTo(field.rows());
        assertThat(seen.columns()).as("%s", net).isLessThanOrEqualTo(field.columns());
    }

    /** The same by trial, with all weights 0. */
    private static Seen found(Stage net, Measure start) {
        Trial trial = Trial.of(net.layer(start.shape()), start.shape());
        return new Seen(trial.rows(), trial.columns());
    }
}
