package gradus.reference.attention;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Dual;
import gradus.reference.Primes;
import gradus.reference.SecondOpinion;
import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whole blocks as their formula in dual numbers: n sentences of t words, m words to remember, d heads of k features each. */
class TransformerDualTest {
    @Property(seed = "2026", tries = 30)
    void feed_forward(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.t(), dims.d());

        SecondOpinion.agrees(new FeedForward(dims.d(), dims.m()), x, seed, TransformerDualTest::feedForward);
    }

    @Property(seed = "2026", tries = 30)
    void encoder(@ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll NormPlacement placement) {
        int width = dims.d() * dims.k();
        Tensor x = moderate(values.draw(seed, dims.n(), dims.t(), width));
        TransformerEncoderBlock layer = new TransformerEncoderBlock(width, dims.d(), dims.m(), placement);

        SecondOpinion.agrees(layer, x, seed, (at, p) -> {
            Tensor all = Tensor.ones(dims.t(), dims.t());
            Dual u = around(at, placement, z -> attention(z, z, all, dims.d(), p.subList(0, 8)), p.subList(8, 10));
            return around(u, placement, z -> feedForward(z, p.subList(10, 14)), p.subList(14, 16));
        });
    }

    @Property(seed = "2026", tries = 30)
    void decoder(@ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll NormPlacement placement) {
        int width = dims.d() * dims.k();
        TransformerDecoderBlock layer = new TransformerDecoderBlock(width, dims.d(), dims.n(), placement);
        List<Dual> p = SecondOpinion.parameters(layer, seed);
        Dual x = SecondOpinion.directed(moderate(values.draw(seed, dims.n(), dims.t(), width)), seed + 1);
        Dual memory = SecondOpinion.directed(moderate(values.draw(seed + 2, dims.n(), dims.m(), width)), seed + 3);
        Tensor seen = Values.NORMAL.draw(seed + 4, dims.t(), dims.m()).greater(0);
        seen.put(1, 0, Tensor.ones(dims.t(), 1)); // the first word is never hidden

        Tensor past = past(dims.t());
        Dual u = around(x, placement, z -> attention(z, z, past, dims.d(), p.subList(0, 8)), p.subList(8, 10));
        Dual v = around(u, placement, z -> attention(z, memory, seen, dims.d(), p.subList(10, 18)), p.subList(18, 20));
        Dual y = around(v, placement, z -> feedForward(z, p.subList(20, 24)), p.subList(24, 26));

        Tensor c = Values.NORMAL.draw(seed + 5, y.shape().toArray());
        assertThat(layer.forward(x.value(), memory.value(), seen)).isCloseTo(y.value(), 1e-11);
        TransformerDecoderBlock.Gradients d = layer.backward(c);
        List<Tensor> gradients = new ArrayList<>(List.of(d.dx(), d.dmemory()));
        layer.parameters().stream().map(Parameter::gradient).forEach(gradients::add);
        List<Dual> given = new ArrayList<>(List.of(x, memory));
        given.addAll(p);
        SecondOpinion.meet(gradients, given, c, y);
    }

    /** Large words are made smaller, so that their scores are not rounded away. */
    private static Tensor moderate(Tensor x) {
        return x.divide(Math.max(1, x.abs().max() / 3));
    }

    /** 1 where a column comes no later than its row. */
    private static Tensor past(int words) {
        Tensor mask = Tensor.zeros(words, words);
        for (int t = 0; t < words; t++) {
            for (int s = 0; s <= t; s++) {
                mask.set(t, s, 1);
            }
        }
        return mask;
    }

    /** norm(x + f(x)), or x + f(norm(x)); gamma and beta stretch and move. */
    private static Dual around(Dual x, NormPlacement placement, UnaryOperator<Dual> f, List<Dual> norm) {
        return placement == NormPlacement.POST
                ? normalised(x.plus(f.apply(x)), norm)
                : x.plus(f.apply(normalised(x, norm)));
    }

    private static Dual normalised(Dual x, List<Dual> norm) {
        Dual centred = x.minus(x.meanKeep(2));
        Dual deviation = centred.square().meanKeep(2).plus(1e-5).sqrt();
        return centred.divide(deviation).times(norm.get(0)).plus(norm.get(1));
    }

    private static Dual feedForward(Dual x, List<Dual> p) {
        Dual hidden = x.matmul(p.get(0)).plus(p.get(1)).positive();
        return hidden.matmul(p.get(2)).plus(p.get(3));
    }

    private static Dual attention(Dual query, Dual key, Tensor mask, int heads, List<Dual> p) {
        return DualAttention.multiHead(query, key, key, mask, heads, p.toArray(Dual[]::new));
    }
}
