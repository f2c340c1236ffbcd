package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Operators;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Quantities taken for one another: transposed indices, neighbouring biases exchanged, all forgotten, the value before an activation. */
final class NameSlips {
    private static final Pattern TWO_INDICES = Pattern.compile("(\\p{L}+)(\\d)(\\d)");

    private final Problem problem;
    private final Model model;

    NameSlips(Problem problem) {
        this.problem = problem;
        this.model = problem.model();
    }

    Stream<Slip> slips() {
        return Stream.of(
                        transposedSteps(),
                        transposed(),
                        forgottenBiases(),
                        exchangedBiases(),
                        beforeActivation(),
                        neighbours())
                .flatMap(slips -> slips);
    }

    private Stream<Slip> transposedSteps() {
        return problem.forward().stream().flatMap(name -> {
            Expression formula = model.formula(name), other = renamed(formula, this::transposed);
            return other.equals(formula)
                    ? Stream.of()
                    : Stream.of(Slip.step(
                            "transposed-index",
                            "an index is transposed in " + name + ": " + other.text(),
                            name,
                            other));
        });
    }

    private Stream<Slip> transposed() {
        Map<String, Expression> instead = new HashMap<>();
        problem.forward().forEach(name -> {
            Expression formula = model.formula(name), other = renamed(formula, this::transposed);
            if (!other.equals(formula)) {
                instead.put(name, other);
            }
        });
        return instead.isEmpty()
                ? Stream.of()
                : Stream.of(new Slip(
                        "transposed-index",
                        "the indices of all weights are transposed",
                        Slip.Rank.EVERYWHERE,
                        instead));
    }

    /** w12 for w21, if both are given. */
    private String transposed(String name) {
        Matcher indices = TWO_INDICES.matcher(name);
        if (!indices.matches()) {
            return name;
        }
        String turned = indices.group(1) + indices.group(3) + indices.group(2);
        return problem.role(turned).isPresent() ? turned : name;
    }

    private Stream<Slip> forgottenBiases() {
        Map<String, Expression> zero = new HashMap<>();
        biases().forEach(bias -> zero.put(bias, Expression.Numeral.of(0)));
        return zero.isEmpty()
                ? Stream.of()
                : Stream.of(new Slip("no-biases", "all biases are forgotten", Slip.Rank.EVERYWHERE, zero));
    }

    private Stream<Slip> exchangedBiases() {
        List<String> biases = biases();
        return IntStream.range(1, biases.size()).mapToObj(i -> {
            String a = biases.get(i - 1), b = biases.get(i);
            return new Slip(
                    "exchanged-biases",
                    a + " and " + b + " are exchanged",
                    Slip.Rank.STEP,
                    Map.of(a, model.formula(b), b, model.formula(a)));
        });
    }

    private List<String> biases() {
        return problem.given().getOrDefault(Role.BIAS, List.of());
    }

    /** In the place of a = f(h), what it is computed from: h. */
    private Stream<Slip> beforeActivation() {
        return problem.forward().stream()
                .flatMap(activation -> argument(activation).stream()
                        .flatMap(before -> exchanged(
                                activation,
                                before,
                                Slip.Rank.STEP,
                                "before-activation",
                                before + ", the value before the activation, stands for " + activation)));
    }

    private Optional<String> argument(String name) {
        return model.formula(name) instanceof Apply f
                        && Operators.isActivation(f.operator())
                        && f.argument(0) instanceof Name before
                ? Optional.of(before.name())
                : Optional.empty();
    }

    private Stream<Slip> neighbours() {
        return model.formulas().keySet().stream()
                .flatMap(name -> problem.alike(name).stream()
                        .flatMap(other -> exchanged(
                                name, other, Slip.Rank.COARSE, "other-quantity", other + " stands for " + name)));
    }

    private Stream<Slip> exchanged(String name, String other, Slip.Rank rank, String id, String what) {
        return problem.forward().stream()
                .filter(user -> model.formula(user).names().contains(name))
                .filter(user -> !Operators.isGradient(model.formula(user)))
                .map(user -> new Slip(
                        id,
                        what + " in " + user,
                        rank,
                        Map.of(user, renamed(model.formula(user), used -> used.equals(name) ? other : used))));
    }

    private static Expression renamed(Expression formula, UnaryOperator<String> names) {
        if (Operators.isGradient(formula)) {
            return formula;
        }
        return formula.map(
                part -> part instanceof Name name ? new Name(names.apply(name.name()), name.column()) : part);
    }
}
