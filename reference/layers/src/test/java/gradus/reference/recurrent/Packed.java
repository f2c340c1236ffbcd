package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Several inputs side by side in one matrix, a row a sample, and the outputs likewise: so the harness for layers holds for types with
 * several of them. Watches that what is lent is only read and comes back in no answer.
 */
final class Packed implements Layer {
    private final Ports ports;
    private final List<Shape> shapes; // of one sample of each input, (1, …)

    @Cached
    private List<Tensor> outputs;

    @Cached
    private Lent inputs;

    Packed(Ports ports, List<Shape> shapes) {
        this.ports = ports;
        this.shapes = shapes;
    }

    int width() {
        return shapes.stream().mapToInt(Shape::size).sum();
    }

    @Override
    public Tensor forward(Tensor x) {
        inputs = new Lent(unpacked(x, shapes));
        outputs = inputs.through(ports.forward());
        return packed(outputs);
    }

    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Packed.backward", inputs);
        dy.require("Packed.backward: dy", packed(outputs).shape().toArray());
        List<Tensor> kept = outputs.stream().map(Tensor::copy).toList();
        List<Shape> rows = outputs.stream().map(y -> y.shape().with(0, 1)).toList();
        List<Tensor> gradients = new Lent(unpacked(dy, rows)).through(ports.backward());
        inputs.isAsItWas();
        for (int i = 0; i < kept.size(); i++) {
            assertThat(outputs.get(i)).hasEntriesOf(kept.get(i));
        }
        return packed(gradients);
    }

    @Override
    public List<Parameter> parameters() {
        return ports.type().parameters();
    }

    static Tensor packed(List<Tensor> pieces) {
        return Tensor.concat(
                1,
                pieces.stream()
                        .map(t -> t.reshape(t.dim(0), t.shape().with(0, 1).size()))
                        .toList());
    }

    private static List<Tensor> unpacked(Tensor whole, List<Shape> shapes) {
        List<Tensor> pieces = new ArrayList<>();
        int from = 0;
        for (Shape shape : shapes) {
            Tensor piece = whole.slice(1, from, from + shape.size());
            pieces.add(piece.reshape(shape.with(0, whole.dim(0))));
            from += shape.size();
        }
        return pieces;
    }

    /** Tensors given to somebody, and what they held. */
    private record Lent(List<Tensor> tensors, List<Tensor> copies) {
        Lent(List<Tensor> tensors) {
            this(tensors, tensors.stream().map(Tensor::copy).toList());
        }

        List<Tensor> through(Ports.Call call) {
            List<Tensor> answers = call.apply(tensors);
            isAsItWas();
            org.assertj.core.api.Assertions.assertThat(answers).doesNotContainAnyElementsOf(tensors);
            return answers;
        }

        void isAsItWas() {
            for (int i = 0; i < tensors.size(); i++) {
                assertThat(tensors.get(i)).hasEntriesOf(copies.get(i));
            }
        }
    }
}
