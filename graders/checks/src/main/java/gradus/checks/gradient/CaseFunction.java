package gradus.checks.gradient;

import gradus.checks.Case;
import gradus.checks.Examination;
import gradus.checks.Gradients;
import gradus.checks.Row;
import gradus.checks.Trial;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A case seen as a function of some of its inputs and parameters, laid end to end in one vector. */
final class CaseFunction implements Differentiable {
    private final Trial trial;
    private final Case experiment;
    private final List<Row> rows;

    /** @param rows the gradients that are looked at; the other inputs and parameters stay as they are */
    CaseFunction(Examination examination, Case experiment, List<Row> rows) {
        trial = new Trial(examination);
        this.experiment = experiment;
        this.rows = rows;
    }

    @Override
    public double[] point() {
        return flat(rows.stream().map(row -> experiment.variable(row).toArray()).toList());
    }

    @Override
    public double[] value(double[] x) {
        return trial.forward(at(x)).toArray();
    }

    @Override
    public double[] pullback(double[] x, double[] c) {
        Case moved = at(x);
        Gradients gradients = trial.backward(moved.isLoss() ? moved : moved.withDy(upstream(c)));
        double weight = moved.isLoss() ? c[0] : 1;
        return flat(rows.stream()
                .map(row -> gradients.of(row).times(weight).toArray())
                .toList());
    }

    private Tensor upstream(double[] c) {
        return Tensor.of(experiment.outputShape(), c);
    }

    private Case at(double[] x) {
        Case moved = experiment;
        Map<String, Tensor> parameters = new HashMap<>(experiment.parameters());
        int from = 0;
        for (Row row : rows) {
            Shape shape = experiment.variable(row).shape();
            Tensor piece = Tensor.of(shape, Arrays.copyOfRange(x, from, from + shape.size()));
            from += shape.size();
            if (row.part() == Row.Part.INPUT) moved = moved.withX(piece);
            else parameters.put(row.variable(), piece);
        }
        return moved.withParameters(parameters);
    }

    private static double[] flat(List<double[]> pieces) {
        return pieces.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
