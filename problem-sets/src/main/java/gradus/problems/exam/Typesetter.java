package gradus.problems.exam;

import gradus.problems.Figures;
import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Expression.Numeral;
import gradus.problems.expression.Expression.Sequence;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes formulas and values in a notation, with no more brackets than needed. */
record Typesetter(Notation notation) {
    private static final int SUM = 1, PRODUCT = 2, SIGN = 3, POWER = 4, ATOM = 5;
    private static final Map<String, Integer> STRENGTH = Map.of(
            "+",
            SUM,
            "-",
            SUM,
            "*",
            PRODUCT,
            "@",
            PRODUCT,
            "\u2218",
            PRODUCT,
            "negate",
            SIGN,
            "^",
            POWER,
            "square",
            POWER,
            "transpose",
            POWER,
            "exp",
            POWER);

    /** {@code name = value}. */
    String equation(String name, Tensor value) {
        return notation.equation(List.of(Symbol.of(name, notation), notation.sign("="), value(value)));
    }

    /** {@code name = formula = value}. */
    String equation(String name, Expression formula, Tensor value) {
        return notation.equation(
                List.of(Symbol.of(name, notation), notation.sign("="), of(formula), notation.sign("="), value(value)));
    }

    String formula(Expression formula) {
        return notation.inline(of(formula));
    }

    private String value(Tensor value) {
        return switch (value.rank()) {
            case 0 -> digits(Figures.of(value.sum()));
            case 1 -> notation.matrix(List.of(entries(value)));
            case 2 ->
                notation.matrix(IntStream.range(0, value.dim(0))
                        .mapToObj(i -> entries(value.select(0, i)))
                        .toList());
            default ->
                notation.fenced(
                        "[",
                        separated(IntStream.range(0, value.dim(0))
                                .mapToObj(i -> value(value.select(0, i)))
                                .toList()),
                        "]");
        };
    }

    private List<String> entries(Tensor row) {
        return IntStream.range(0, row.dim(0))
                .mapToObj(i -> digits(Figures.of(row.get(i))))
                .toList();
    }

    /** A number; {@code 2e-3} is written as a power of ten. */
    private String digits(String text) {
        int e = text.indexOf('e');
        String mantissa = e < 0 ? text : text.substring(0, e);
        String number = mantissa.startsWith("-")
                ? notation.row(List.of(notation.sign("\u2212"), notation.number(mantissa.substring(1))))
                : notation.number(mantissa);
        return e < 0
                ? number
                : notation.row(List.of(
                        number,
                        notation.sign("\u00b7"),
                        notation.power(notation.number("10"), digits(text.substring(e + 1)))));
    }

    String of(Expression formula) {
        if (formula instanceof Numeral number) {
            return digits(number.text());
        }
        if (formula instanceof Name name) {
            return Symbol.of(name.name(), notation);
        }
        return formula instanceof Sequence sequence ? sequence(sequence) : apply((Apply) formula);
    }

    private String sequence(Sequence sequence) {
        boolean rows = sequence.entries().stream().allMatch(Sequence.class::isInstance);
        List<Expression> lines = rows ? sequence.entries() : List.of(sequence);
        return notation.matrix(lines.stream()
                .map(line -> line.children().stream().map(this::of).toList())
                .toList());
    }

    private String apply(Apply apply) {
        return switch (apply.operator()) {
            case "+" -> joined(apply, "+", SUM, SUM);
            case "-" -> joined(apply, "\u2212", SUM, PRODUCT);
            case "*", "@" -> joined(apply, "\u00b7", PRODUCT, PRODUCT);
            case "\u2218" -> joined(apply, "\u2218", PRODUCT, PRODUCT);
            case "/" -> notation.fraction(of(apply.argument(0)), of(apply.argument(1)));
            case "^" -> notation.power(within(apply.argument(0), ATOM), of(apply.argument(1)));
            case "square" -> notation.power(within(apply.argument(0), ATOM), notation.number("2"));
            case "transpose" -> notation.power(within(apply.argument(0), ATOM), notation.word("T"));
            case "inv" ->
                notation.power(
                        within(apply.argument(0), ATOM),
                        notation.row(List.of(notation.sign("\u2212"), notation.number("1"))));
            case "exp" -> notation.power(notation.name("e"), of(apply.argument(0)));
            case "negate" -> notation.row(List.of(notation.sign("\u2212"), within(apply.argument(0), SIGN)));
            case "sqrt" -> notation.root(of(apply.argument(0)));
            case "abs" -> notation.fenced("|", of(apply.argument(0)), "|");
            case "norm" -> notation.fenced("\u2016", of(apply.argument(0)), "\u2016");
            case "floor" -> notation.fenced("\u230a", of(apply.argument(0)), "\u230b");
            case "ceil" -> notation.fenced("\u2308", of(apply.argument(0)), "\u2309");
            case "detach" -> of(apply.argument(0));
            case "gradient" -> notation.fraction(partial(apply.argument(0)), partial(apply.argument(1)));
            case "sigmoid" -> function(notation.name("\u03c3"), apply);
            case "relu" -> function(notation.word("ReLU"), apply);
            default -> function(Symbol.of(apply.operator(), notation), apply);
        };
    }

    private String partial(Expression quantity) {
        return notation.row(List.of(notation.sign("\u2202"), of(quantity)));
    }

    private String function(String name, Apply apply) {
        return notation.row(List.of(
                name,
                notation.fenced(
                        "(", separated(apply.arguments().stream().map(this::of).toList()), ")")));
    }

    private String separated(List<String> pieces) {
        List<String> row = new ArrayList<>();
        pieces.forEach(piece -> {
            if (!row.isEmpty()) {
                row.add(notation.sign(","));
            }
            row.add(piece);
        });
        return notation.row(row);
    }

    private String joined(Apply apply, String sign, int left, int right) {
        return notation.row(
                List.of(within(apply.argument(0), left), notation.sign(sign), within(apply.argument(1), right)));
    }

    private String within(Expression part, int least) {
        int strength = part instanceof Apply apply ? STRENGTH.getOrDefault(apply.operator(), ATOM) : ATOM;
        boolean fraction = part instanceof Apply apply && apply.operator().equals("/") && least == ATOM;
        boolean negative = part instanceof Numeral number && number.value() < 0 && least > SUM;
        return strength < least || fraction || negative ? notation.fenced("(", of(part), ")") : of(part);
    }
}
