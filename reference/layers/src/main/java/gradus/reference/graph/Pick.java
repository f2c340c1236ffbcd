package gradus.reference.graph;

import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import java.util.List;

/** One entry of every row, by number: x (N, C) to y (N), yₙ = x(n, columnₙ). Its gradient goes back there, and 0 elsewhere. */
record Pick(IntTensor columns) implements Operation {
    @Override
    public Tensor forward(List<Tensor> parents) {
        return parents.get(0).pick(columns);
    }

    @Override
    public List<Tensor> messages(List<Tensor> parents, Tensor value, Tensor upstream) {
        Tensor dx = Tensor.zeros(parents.get(0).shape());
        dx.addPick(columns, upstream);
        return List.of(dx);
    }

    @Override
    public String symbol() {
        return "pick";
    }

    @Override
    public String written(List<String> parents) {
        return symbol() + "(" + parents.get(0) + ", " + Numbers.text(columns) + ")";
    }
}
