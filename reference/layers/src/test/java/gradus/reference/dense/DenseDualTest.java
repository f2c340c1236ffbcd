package gradus.reference.dense;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Dual;
import gradus.reference.Primes;
import gradus.reference.SecondOpinion;
import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every backward against the formula of its forward, differentiated forward, along inputs and parameters at once. */
class DenseDualTest {
    @Property(seed = "2026", tries = 30)
    void affine(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        SecondOpinion.agrees(
                new Affine(dims.d(), dims.m()),
                x,
                seed,
                (at, p) -> at.matmul(p.get(0)).plus(p.get(1)));
    }

    @Property(seed = "2026", tries = 30)
    void maxout(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        SecondOpinion.agrees(new Maxout(dims.d(), dims.m(), dims.k()), x, seed, (at, p) -> {
            Dual best = piece(at, p, dims, 0);
            for (int k = 1; k < dims.k(); k++) {
                Dual next = piece(at, p, dims, k);
                best = Dual.choose(next.value().greater(best.value()), next, best);
            }
            return best;
        });
    }

    private static Dual piece(Dual x, List<Dual> p, Primes dims, int k) {
        Dual w = p.get(0).reshape(dims.d(), dims.m(), dims.k()).select(2, k);
        return x.matmul(w).plus(p.get(1).reshape(dims.m(), dims.k()).select(1, k));
    }

    @Property(seed = "2026", tries = 30)
    void bilinear(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Bilinear layer = new Bilinear(dims.d(), dims.t(), dims.m());
        List<Dual> p = SecondOpinion.parameters(layer, seed);
        Dual x1 = SecondOpinion.directed(values.draw(seed, dims.n(), dims.d()), seed + 1);
        Dual x2 = SecondOpinion.directed(values.draw(seed + 2, dims.n(), dims.t()), seed + 3);
        Dual w = p.get(0).permute(1, 0, 2).reshape(dims.d(), dims.m() * dims.t());
        Dual left = x1.matmul(w).reshape(dims.n(), dims.m(), dims.t());
        Dual y = left.times(x2.reshape(dims.n(), 1, dims.t()))
                .sumKeep(2)
                .reshape(dims.n(), dims.m())
                .plus(p.get(1));
        Tensor c = Values.NORMAL.draw(seed + 4, dims.n(), dims.m());

        assertThat(layer.forward(x1.value(), x2.value())).isCloseTo(y.value(), 1e-12);
        Bilinear.Gradients d = layer.backward(c);
        List<Tensor> gradients = new ArrayList<>(List.of(d.dx1(), d.dx2()));
        layer.parameters().stream().map(Parameter::gradient).forEach(gradients::add);
        SecondOpinion.meet(gradients, List.of(x1, x2, p.get(0), p.get(1)), c, y);
    }
}
