package gradus.reference.attention;

import gradus.tensor.Parameter;
import java.util.List;
import java.util.stream.Stream;

/** Tells the parameters of a block's parts from each other. */
final class Names {
    private Names() {}

    /** The parameters of a part, each under the name {@code part.name}. */
    static Stream<Parameter> of(String part, List<Parameter> parameters) {
        return parameters.stream().map(p -> p.named(part + "." + p.name()));
    }
}
