package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.ExpressionException;
import gradus.problems.expression.ExpressionParser;
import gradus.problems.expression.Nearest;
import gradus.problems.expression.Operators;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that a problem file defines, in order, and what may be said about them; complaints say where. */
final class Definitions {
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_]*");

    private final String file;
    private final Map<String, Expression> formulas = new LinkedHashMap<>();

    Definitions(String file) {
        this.file = file;
    }

    Map<String, Expression> formulas() {
        return formulas;
    }

    /** Defines a name by a formula over those before it. */
    void define(String name, Text text) {
        if (!NAME.matcher(name).matches() || Operators.isFunction(name) || Operators.isConstant(name)) {
            throw new ProblemException(
                    file, text, "expected a name of letters and digits that is no function but got '" + name + "'");
        }
        if (formulas.containsKey(name)) {
            throw new ProblemException(file, text, "'" + name + "' is defined twice");
        }
        formulas.put(name, formula(text, formulas.keySet()));
    }

    /** Other formulas for some of the names, each over the names before it. */
    Map<String, Expression> instead(Map<String, Text> texts) {
        return instead(texts, Set.of());
    }

    /** The same, over some names more. */
    Map<String, Expression> instead(Map<String, Text> texts, Set<String> also) {
        Map<String, Expression> others = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            requireKnown(name, formulas.keySet(), text);
            Set<String> known = before(name);
            known.addAll(also);
            others.put(name, formula(text, known));
        });
        return others;
    }

    /** Refuses a name that is not among the known ones. */
    void requireKnown(String name, Collection<String> known, Text place) {
        if (!known.contains(name)) {
            throw new ProblemException(
                    file,
                    place,
                    "'" + name + "' is not defined"
                            + Nearest.to(name, known)
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse(""));
        }
    }

    private Expression formula(Text text, Set<String> names) {
        try {
            return ExpressionParser.formula(text.value(), names);
        } catch (ExpressionException e) {
            throw new ProblemException(file, text, e);
        }
    }

    private Set<String> before(String name) {
        Set<String> before = new LinkedHashSet<>();
        for (String earlier : formulas.keySet()) {
            if (earlier.equals(name)) {
                break;
            }
            before.add(earlier);
        }
        return before;
    }
}
