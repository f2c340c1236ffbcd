package gradus.reference.train;

import gradus.reference.optim.Clipping;
import gradus.reference.train.data.Batches;
import gradus.reference.train.data.Samples;
import gradus.tensor.Layer;
import gradus.tensor.Loss;
import gradus.tensor.Mode;
import gradus.tensor.Optimizer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One iteration after another: forward, loss, backward, clip, step. The gradient is that of the loss over the batch,
 * the mean over its samples if the loss is a mean.
 *
 * <p>What is often forgotten is done here: gradients are cleared before every backward, the net trains in {@link
 * Mode#TRAIN} and is evaluated in {@link Mode#EVAL}. What cannot be done here: a loss that wants raw scores (logits)
 * must get them, not a softmax of them.
 *
 * <p>Changes the net's parameters; has one optimizer for each.
 *
 * <p>Source: lecture 5 (mini-batches); lecture 6 (common mistakes); the summary (epochs and iterations).
 */
public final class Trainer<T> {
    private final Layer net;
    private final Loss<T> loss;
    private final List<Parameter> parameters;
    private final List<Optimizer> optimizers = new ArrayList<>();

    /** Takes as many optimizers as the net has parameters; one that stands at several places counts once. */
    public Trainer(Layer net, Loss<T> loss, Supplier<? extends Optimizer> optimizer) {
        this.net = net;
        this.loss = loss;
        this.parameters = distinct(net.parameters());
        parameters.forEach(p -> optimizers.add(optimizer.get()));
    }

    /** One of each that share a value. */
    private static List<Parameter> distinct(List<Parameter> all) {
        List<Parameter> kept = new ArrayList<>();
        for (Parameter p : all) {
            if (kept.stream().noneMatch(k -> k.value() == p.value())) {
                kept.add(p);
            }
        }
        return kept;
    }

    /** Learns from one batch with unclipped gradients; returns the loss before the step. */
    public double step(Samples<T> batch, double rate) {
        return step(batch, rate, gradients -> gradients);
    }

    /** Learns from one batch; returns the loss before the step. If that is not finite, no parameter has changed. */
    public double step(Samples<T> batch, double rate, Clipping clipping) {
        net.mode(Mode.TRAIN);
        parameters.forEach(Parameter::clear);
        List<Tensor> thetas = parameters.stream().map(p -> p.value().copy()).toList();
        lookAhead(thetas);
        double value = loss.forward(net.forward(batch.x()), batch.targets());
        if (Double.isFinite(value)) {
            net.backward(loss.backward());
        }
        restore(thetas);
        if (Double.isFinite(value)) {
            update(thetas, clipping, rate);
        }
        return value;
    }

    private void lookAhead(List<Tensor> thetas) {
        for (int i = 0; i < thetas.size(); i++) {
            parameters.get(i).set(optimizers.get(i).lookAhead(thetas.get(i)));
        }
    }

    private void restore(List<Tensor> thetas) {
        for (int i = 0; i < thetas.size(); i++) {
            parameters.get(i).set(thetas.get(i));
        }
    }

    private void update(List<Tensor> thetas, Clipping clipping, double rate) {
        List<Tensor> gradients =
                clipping.clip(parameters.stream().map(Parameter::gradient).toList());
        for (int i = 0; i < thetas.size(); i++) {
            parameters.get(i).set(optimizers.get(i).step(thetas.get(i), gradients.get(i), rate));
        }
    }

    /**
     * The loss of samples in use, batch by batch, as it would be of all at once; NaN for a mean over nothing. Leaves the
     * net in {@link Mode#EVAL}.
     */
    public double evaluate(Samples<T> samples, Batches batches) {
        net.mode(Mode.EVAL);
        double sum = batches.inOrder(samples)
                .filter(this::counts)
                .mapToDouble(b -> loss.forward(net.forward(b.x()), b.targets()) * weight(b))
                .sum();
        return sum / weight(samples);
    }

    /** Whether anything of these samples counts for the loss: without, say where all labels are ignored, it has no value. */
    public boolean counts(Samples<T> samples) {
        return samples.size() > 0 && weight(samples) > 0;
    }

    double weight(Samples<T> samples) {
        return loss.weight(samples.size(), samples.targets());
    }
}
