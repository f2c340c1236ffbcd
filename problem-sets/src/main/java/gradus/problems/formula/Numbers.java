package gradus.problems.formula;

import gradus.problems.expression.Expression;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Formulas over given values, and values drawn at random. */
public final class Numbers {
    private Numbers() {}

    /** The value of a formula over named values. */
    public static Tensor value(Expression formula, Map<String, Tensor> values) {
        return new Point(values, new Lengths(List.of(), new Seed(0)), new Seed(0)).value(formula);
    }

    /** Values for symbols, by their domains as a file writes them. */
    public static Map<String, Tensor> drawn(Map<String, String> domains, long seed) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        Map<String, Domain> read = new LinkedHashMap<>();
        domains.forEach((name, text) -> read.put(name, Domain.of(text)));
        Collection<String> letters = read.values().stream()
                .flatMap(domain -> domain.sides().stream())
                .filter(Lengths::isLetter)
                .distinct()
                .toList();
        Seed own = new Seed(seed);
        Lengths lengths = new Lengths(letters, own.named("lengths"));
        read.forEach((name, domain) -> values.put(name, domain.draw(lengths, own.named(name), 2)));
        return values;
    }
}
