package gradus.problems.export;

import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.problems.expression.Expression;
import gradus.problems.expression.Operators;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes answers of STACK, one after the other. */
final class StackAnswers {
    private static final String NOISE = "0.000000001", ZERO = "0.000000000001";

    private final Problem problem;
    private final Map<String, String> earlier = new LinkedHashMap<>();
    private int inputs;

    StackAnswers(Problem problem) {
        this.problem = problem;
    }

    /** The next answer; of an essay none. */
    List<StackAnswer> next(Question question, Task task) {
        if (task instanceof Task.Numeric numeric) {
            return List.of(numeric(question, numeric));
        }
        if (task instanceof Task.One one) {
            return List.of(radio(question, one));
        }
        if (task instanceof Task.TrueFalse truth) {
            StackAnswer.Input input = input("", String.valueOf(truth.key()));
            return List.of(simple(question, "boolean", input, "is(" + input.name() + "=" + truth.key() + ")", ""));
        }
        if (task instanceof Task.Several several) {
            return List.of(checkbox(question, several));
        }
        if (task instanceof Task.Sorted sorted) {
            return List.of(string(question, Typed.orders(sorted), "letters are typed in order"));
        }
        if (task instanceof Task.Pairs pairs) {
            return List.of(pairs(question, pairs));
        }
        return task instanceof Task.Words words
                ? List.of(string(question, words, "no typing error is forgiven"))
                : List.of();
    }

    private StackAnswer.Input input(String label, String key) {
        inputs++;
        return new StackAnswer.Input("ans" + inputs, label, key);
    }

    private StackAnswer numeric(Question question, Task.Numeric numeric) {
        List<Field> fields = numeric.fields();
        List<StackAnswer.Input> own = fields.stream()
                .map(field -> input(field.label(), Field.text(field.key())))
                .toList();
        List<String> statements = new ArrayList<>();
        String remark = "", carried = "false";
        if (question.carries()
                && earlier.keySet().stream().anyMatch(name -> problem.model().needs(question.id(), name))) {
            try {
                Following.Followed followed = Following.of(problem, question.id(), earlier);
                statements.addAll(followed.statements());
                carried = carried(question, own, followed.values(), statements);
            } catch (UnsupportedOperationException e) {
                remark = "nothing is carried forward: " + e.getMessage();
            }
        }
        String name = "r_" + own.get(0).name();
        statements.add(name + ": " + judged(fields, own, carried));
        if (own.size() == 1 && problem.model().value(question.id()).rank() == 0) {
            earlier.put(question.id(), own.get(0).name());
        }
        if (numeric.groups().size() > 1) {
            remark = (remark.isEmpty() ? "" : remark + "; ") + "all numbers earn together";
        }
        return new StackAnswer(question, "numerical", own, statements, shares(fields), remark);
    }

    private static List<Double> shares(List<Field> fields) {
        return fields.size() == 1
                ? fields.get(0).others().stream().map(Field.Worth::share).toList()
                : List.of();
    }

    /** Whether all numbers follow from the answers before and there was something left to do. */
    private String carried(
            Question question, List<StackAnswer.Input> own, List<String> values, List<String> statements) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            String follows = "w_" + own.get(i).name();
            statements.add(follows + ": " + values.get(i));
            conditions.add("g_near(" + own.get(i).name() + "," + follows + ",0.005*abs(float(" + follows + "))+" + NOISE
                    + ")");
        }
        if (own.size() == 1) {
            conditions.addAll(honest(question, "w_" + own.get(0).name()));
        }
        return String.join(" and ", conditions);
    }

    /** What follows must not be 0, nor what it is computed from, where the key is not. */
    private List<String> honest(Question question, String follows) {
        double key = problem.model().value(question.id()).sum();
        List<String> conditions = new ArrayList<>();
        if (key != 0) {
            conditions.add("not g_near(" + follows + ",0," + ZERO + ")");
        }
        Expression formula = problem.model().formula(question.id());
        formula.names().stream()
                .filter(name -> problem.model().formulas().containsKey(name)
                        && !Operators.isGradient(formula)
                        && problem.model().value(name).rank() == 0
                        && problem.model().value(name).sum() != key
                        && !formula.equals(new Expression.Name(name, formula.column())))
                .forEach(name -> conditions.add("not g_near(" + follows + "," + Maxima.name(name) + "," + ZERO + ")"));
        return conditions;
    }

    private static String judged(List<Field> fields, List<StackAnswer.Input> own, String carried) {
        String all = own.stream().map(StackAnswers::blank).collect(Collectors.joining(" and "));
        String some = own.stream().map(StackAnswers::blank).collect(Collectors.joining(" or "));
        String right = IntStream.range(0, own.size())
                .mapToObj(
                        i -> near(own.get(i), fields.get(i).key(), fields.get(i).tolerance()))
                .collect(Collectors.joining(" and "));
        StringBuilder text =
                new StringBuilder("if " + all + " then 0 elseif " + some + " then 3 elseif " + right + " then 1");
        if (fields.size() == 1) {
            List<Field.Worth> others = fields.get(0).others();
            for (int i = 0; i < others.size(); i++) {
                text.append(" elseif ")
                        .append(near(
                                own.get(0), others.get(i).value(), fields.get(0).tolerance()));
                text.append(" then ").append(4 + i);
            }
        }
        return text + (carried.equals("false") ? "" : " elseif " + carried + " then 2") + " else 3";
    }

    private static String blank(StackAnswer.Input input) {
        return "is(" + input.name() + "=EMPTYANSWER)";
    }

    private static String near(StackAnswer.Input input, double key, double tolerance) {
        double noise = 1e-9 * Math.max(1, Math.abs(key));
        return "g_near(" + input.name() + "," + Field.text(key) + "," + Field.text(tolerance + noise) + ")";
    }

    private static StackAnswer simple(
            Question question, String type, StackAnswer.Input input, String right, String remark) {
        return answer(question, type, List.of(input), blank(input), List.of(right), List.of(), remark);
    }

    /** The first condition is what is right, the others earn a share. */
    private static StackAnswer answer(
            Question question,
            String type,
            List<StackAnswer.Input> inputs,
            String blank,
            List<String> conditions,
            List<Double> shares,
            String remark) {
        StringBuilder text = new StringBuilder("r_" + inputs.get(0).name() + ": if " + blank + " then 0");
        for (int i = 0; i < conditions.size(); i++) {
            text.append(" elseif ").append(conditions.get(i)).append(" then ").append(i == 0 ? 1 : 3 + i);
        }
        return new StackAnswer(question, type, inputs, List.of(text + " else 3"), shares, remark);
    }

    private StackAnswer radio(Question question, Task.One one) {
        List<String> names = List.copyOf(one.options().keySet());
        StackAnswer.Input input = input("", options(one.options(), List.of(one.key())));
        String right = "is(" + input.name() + "=" + (names.indexOf(one.key()) + 1) + ")";
        return simple(question, "radio", input, right, "");
    }

    private StackAnswer checkbox(Question question, Task.Several several) {
        List<String> names = List.copyOf(several.options().keySet());
        StackAnswer.Input input = input("", options(several.options(), several.key()));
        String chosen = "setdifference(setify(" + input.name() + "),{" + places(names, several.ignored()) + "})";
        String right = "is(" + chosen + "={" + places(names, several.key()) + "})"
                + several.others().stream()
                        .map(other -> " or is(" + chosen + "={" + places(names, other) + "})")
                        .collect(Collectors.joining());
        String empty = several.key().isEmpty() ? "false" : blank(input);
        String guarded = several.key().isEmpty() ? blank(input) + " or " + right : right;
        return answer(question, "checkbox", List.of(input), empty, List.of(guarded), List.of(), "");
    }

    private static String places(List<String> names, Iterable<String> some) {
        List<String> places = new ArrayList<>();
        some.forEach(name -> places.add(String.valueOf(names.indexOf(name) + 1)));
        return String.join(",", places);
    }

    private static String options(Map<String, String> options, Collection<String> right) {
        List<String> entries = new ArrayList<>();
        options.forEach((name, text) -> entries.add("[" + (entries.size() + 1) + "," + right.contains(name) + ","
                + Maxima.quoted(name + ") " + text) + "]"));
        return entries.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private StackAnswer string(Question question, Task.Words words, String remark) {
        Map<Double, List<String>> byShare = new LinkedHashMap<>();
        words.shares()
                .forEach((word, share) ->
                        byShare.computeIfAbsent(share, key -> new ArrayList<>()).add(word));
        StackAnswer.Input input =
                input("", Maxima.quoted(words.shares().keySet().iterator().next()));
        List<String> conditions = byShare.values().stream()
                .map(list -> "member(sdowncase(" + input.name() + "),["
                        + list.stream()
                                .map(word -> Maxima.quoted(word.toLowerCase(Locale.ROOT)))
                                .distinct()
                                .collect(Collectors.joining(","))
                        + "])")
                .toList();
        List<Double> shares = List.copyOf(byShare.keySet()).subList(1, byShare.size());
        return answer(question, "string", List.of(input), blank(input), conditions, shares, remark);
    }

    private StackAnswer pairs(Question question, Task.Pairs pairs) {
        List<StackAnswer.Input> own = new ArrayList<>();
        List<String> right = new ArrayList<>();
        Map<String, String> rights = new LinkedHashMap<>();
        pairs.rights()
                .forEach(name -> rights.put(name, String.valueOf(pairs.shown().get(name))));
        pairs.key().forEach((left, name) -> {
            StackAnswer.Input input = input(left + ") " + pairs.shown().get(left), options(rights, List.of(name)));
            own.add(input);
            right.add("is(" + input.name() + "=" + (pairs.rights().indexOf(name) + 1) + ")");
        });
        int count = right.size();
        List<String> conditions = new ArrayList<>(List.of(String.join(" and ", right)));
        List<Double> shares = new ArrayList<>();
        if (pairs.each() > 0) {
            String sum = right.stream()
                    .map(condition -> "(if " + condition + " then 1 else 0)")
                    .collect(Collectors.joining("+"));
            for (int i = count - 1; i > 0; i--) {
                conditions.add("is(" + sum + "=" + i + ")");
                shares.add(Math.min(1, i * pairs.each() / question.credits()));
            }
        }
        String blank = own.stream().map(StackAnswers::blank).collect(Collectors.joining(" and "));
        return answer(question, "dropdown", own, blank, conditions, shares, "");
    }
}
