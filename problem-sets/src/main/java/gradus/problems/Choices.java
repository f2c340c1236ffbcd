package gradus.problems;

import gradus.problems.expression.ExpressionException;
import gradus.problems.expression.ExpressionParser;
import gradus.tensor.Tensor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that a given number may be, as texts: {@code -2 to 2 by 0.5 but 1} or {@code [3, 5, 7]}. */
record Choices(List<String> texts, List<Tensor> values) {
    private static final String NUMBER = "(-?\\d{1,9}(?:\\.\\d{1,9})?)";
    private static final Pattern RANGE = Pattern.compile(
            NUMBER + "\\s+to\\s+" + NUMBER + "(?:\\s+by\\s+" + NUMBER + ")?(?:\\s+but\\s+" + NUMBER + ")?");
    private static final int MOST = 1000;

    Choices {
        texts = List.copyOf(texts);
        values = List.copyOf(values);
    }

    /** Reads a list, or a range, which leaves out 0: it would hide whatever it multiplies. */
    static Choices read(String file, Text text) {
        if (text.value().startsWith("[")) {
            return of(file, text, some(file, text, text.items()));
        }
        Matcher range = RANGE.matcher(text.value().strip());
        if (!range.matches()) {
            throw new ProblemException(
                    file,
                    text,
                    "expected a range such as '-2 to 2 by 0.5 but 1', or a list, but got '" + text.value() + "'");
        }
        BigDecimal step = range.group(3) == null ? BigDecimal.ONE : new BigDecimal(range.group(3));
        return of(
                file,
                text,
                some(
                        file,
                        text,
                        range(new BigDecimal(range.group(1)), new BigDecimal(range.group(2)), step).stream()
                                .filter(number -> range.group(4) == null || !isSame(number, range.group(4)))
                                .toList()));
    }

    private static List<String> range(BigDecimal from, BigDecimal to, BigDecimal step) {
        List<String> numbers = new ArrayList<>();
        for (BigDecimal number = from;
                step.signum() > 0 && number.compareTo(to) <= 0 && numbers.size() <= MOST;
                number = number.add(step)) {
            if (number.signum() != 0) {
                numbers.add(number.stripTrailingZeros().toPlainString());
            }
        }
        return numbers;
    }

    private static boolean isSame(String a, String b) {
        return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
    }

    private static List<String> some(String file, Text text, List<String> numbers) {
        if (numbers.size() < 2 || numbers.size() > MOST) {
            throw new ProblemException(
                    file, text, "expected 2 to " + MOST + " numbers to choose from but got " + numbers.size());
        }
        return numbers;
    }

    private static Choices of(String file, Text place, List<String> texts) {
        return new Choices(
                texts, texts.stream().map(text -> value(file, place, text)).toList());
    }

    private static Tensor value(String file, Text place, String text) {
        try {
            return new Model(Map.of()).value(ExpressionParser.formula(text, Set.of()));
        } catch (ExpressionException e) {
            throw new ProblemException(file, place, text + ": " + e.getMessage());
        }
    }

    /** Whether each choice is all of a vector or matrix. */
    boolean isWhole() {
        return values.get(0).rank() > 0;
    }

    /** The place of the choice for a number from 0 to below 1. */
    int place(double uniform) {
        return (int) (uniform * texts.size());
    }
}
