package gradus.tensor;

/** A tensor to learn and the gradient of the loss by it, of one shape; both are live. */
public final class Parameter {
    private final String name;
    private final Tensor value;
    private final Tensor gradient;

    /** Starts with zeros. */
    public Parameter(String name, int... dims) {
        this(name, Tensor.zeros(dims));
    }

    /** Starts with a copy of {@code start}. */
    public Parameter(String name, Tensor start) {
        this(name, start.copy(), Tensor.zeros(start.shape()));
    }

    private Parameter(String name, Tensor value, Tensor gradient) {
        this.name = name;
        this.value = value;
        this.gradient = gradient;
    }

    /** This parameter under another name: value and gradient are the same tensors. */
    public Parameter named(String other) {
        return new Parameter(other, value, gradient);
    }

    public String name() {
        return name;
    }

    public Tensor value() {
        return value;
    }

    public Tensor gradient() {
        return gradient;
    }

    /** Copies the values. */
    public void set(Tensor values) {
        require("value", values);
        value.assign(values);
    }

    /** Adds {@code d} to the gradient. */
    public void addGradient(Tensor d) {
        require("gradient", d);
        gradient.increment(d);
    }

    /** Makes the gradient zero. */
    public void clear() {
        gradient.fill(0);
    }

    private void require(String what, Tensor given) {
        Shape shape = value.shape();
        if (!given.shape().equals(shape)) {
            throw new ShapeException("parameter " + name + ": expected a " + what + " of shape " + shape + " but got "
                    + given.shape() + "." + Require.turnedHint(given.shape(), shape.toArray()));
        }
    }
}
