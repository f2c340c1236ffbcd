package gradus.reference;

import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A layer to try, the shape of what goes in, and what may not be asked of it. Every {@link #layer} is a new one, its parameters drawn from
 * the same numbers.
 */
public record Sample(String name, Supplier<? extends Layer> maker, Shape input, Set<Trait> traits) {
    /** Why some promises do not hold. */
    public enum Trait {
        /** What happens to a sample depends on the others in its batch. */
        MIXES_BATCH,
        /** A second forward draws other random numbers. */
        RANDOM,
        /** The first axis is not a batch, or may not be empty. */
        NO_EMPTY_BATCH
    }

    public static Sample of(String name, Supplier<? extends Layer> maker, int... input) {
        return new Sample(name, maker, Shape.of(input), EnumSet.noneOf(Trait.class));
    }

    public Sample but(Trait trait) {
        Set<Trait> all = EnumSet.of(trait);
        all.addAll(traits);
        return new Sample(name, maker, input, all);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** A new layer with drawn parameters. */
    public Layer layer() {
        Layer layer = maker.get();
        long seed = 100;
        for (Parameter p : layer.parameters()) {
            p.set(Values.NORMAL.draw(seed++, p.value().shape().toArray()));
        }
        return layer;
    }

    public Tensor x() {
        return x(Values.NORMAL);
    }

    public Tensor x(Values values) {
        return values.draw(1, input.toArray());
    }

    @Override
    public String toString() {
        return name + " " + input;
    }
}
