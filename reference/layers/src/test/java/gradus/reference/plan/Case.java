package gradus.reference.plan;

import gradus.tensor.Shape;

/** A stage by a name. */
record Case(String name, Stage stage, Shape input) {
    Case(String name, Stage stage, int... input) {
        this(name, stage, Shape.of(input));
    }

    @Override
    public String toString() {
        return name;
    }
}
