package gradus.problems.exam;

import gradus.problems.Axes;
import gradus.problems.Derived;
import gradus.problems.Figures;
import gradus.problems.Listed;
import gradus.problems.Mark;
import gradus.problems.Marking;
import gradus.problems.Part;
import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.problems.Slip;
import gradus.problems.kind.Formula;
import gradus.problems.kind.Kind;
import gradus.problems.kind.Rubric;
import gradus.problems.kind.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The marking scheme of a problem, line by line, in the notation of a paper. */
final class Scheme {
    private final Item item;
    private final Notation notation;
    private final Typesetter typesetter;
    private final Map<String, String> keys;

    Scheme(Item item, Notation notation) {
        this.item = item;
        this.notation = notation;
        this.typesetter = new Typesetter(notation);
        this.keys = Marking.mark(item.problem(), Map.of()).marks().stream()
                .collect(Collectors.toMap(Mark::id, Mark::expected, (a, b) -> a));
    }

    /** What is right, and what earns how much. */
    List<String> lines(Question question) {
        List<String> lines = new ArrayList<>();
        lines.add(key(question));
        question.shape()
                .map(Scheme::orders)
                .filter(text -> !text.isEmpty())
                .map(notation::text)
                .ifPresent(lines::add);
        question.kind().ifPresent(kind -> kind(kind, lines));
        if (question.method() > 0) {
            lines.add(plain("A right expression with a wrong value earns " + points(question.method()) + "."));
        }
        question.accepted()
                .forEach(accepted -> lines.add(plain("Also right: " + answers(accepted) + ". " + accepted.note())));
        question.wrong().forEach(wrong -> lines.add(plain(wrong(wrong))));
        if (!question.needs().isEmpty()) {
            lines.add(plain("Counts only with " + String.join(" and ", question.needs()) + "."));
        }
        Derived derived = question.derived();
        if (derived != null) {
            lines.add(plain("The key is derived, confidence " + derived.confidence() + ": " + derived.reasoning()));
        }
        return lines;
    }

    private String key(Question question) {
        Problem problem = item.problem();
        if (question.isComputed() && question.shape().isEmpty()) {
            return typesetter.equation(
                    question.id(),
                    problem.model().formula(question.id()),
                    problem.model().value(question.id()));
        }
        return question.kind()
                .filter(Formula.class::isInstance)
                .map(kind -> typesetter.formula(((Formula) kind).expression()))
                .orElseGet(
                        () -> question.kind().filter(Rubric.class::isInstance).isPresent()
                                ? plain("By points:")
                                : plain(keys.getOrDefault(question.id(), "")));
    }

    private static String orders(Axes axes) {
        String parts = axes.credits().entrySet().stream()
                .map(group -> group.getKey() + " " + Figures.of(group.getValue()))
                .collect(Collectors.joining(", "));
        return "Orders: " + String.join(", ", axes.orders())
                + (parts.isEmpty() ? "." : "; credits by axes: " + parts + ".");
    }

    private void kind(Kind kind, List<String> lines) {
        if (kind instanceof Rubric rubric) {
            rubric.points()
                    .forEach((letter, point) ->
                            lines.add(plain(letter + ") " + point.text() + " (" + points(point.credits()) + ")")));
        } else if (kind instanceof Term term) {
            term.groups().forEach(group -> lines.add(plain(String.join(", ", group))));
        }
    }

    private String wrong(Listed wrong) {
        return "Earns " + points(wrong.credits()) + ": " + answers(wrong) + ". " + wrong.note();
    }

    private static String answers(Listed listed) {
        return String.join(" or ", listed.answers());
    }

    /** What wrong steps without points cost; empty if there are none. */
    String deduction(Part part) {
        boolean steps = part.slip() > 0 && part.questions().stream().anyMatch(question -> question.credits() == 0);
        return steps ? plain("Each wrong step without points costs " + points(part.slip()) + ".") : "";
    }

    /** The slips that are known, the misprints of the source. */
    List<String> notes() {
        Problem problem = item.problem();
        List<String> notes = new ArrayList<>();
        problem.listed().stream().map(this::slip).distinct().forEach(notes::add);
        problem.errata()
                .forEach(erratum -> notes.add(plain("Erratum " + erratum.id() + " (" + erratum.where() + "): prints "
                        + erratum.prints() + "; right is " + erratum.right() + ". " + sentence(erratum.treatment()))));
        return notes;
    }

    private String slip(Slip slip) {
        String costs = Double.isInfinite(slip.costs()) ? "" : " It costs " + points(slip.costs()) + ".";
        return plain("Slip " + slip.id() + ": " + slip.when() + "." + costs);
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private String points(double credits) {
        return Figures.of(item.points(credits));
    }

    private String plain(String text) {
        return notation.text(text.strip());
    }
}
