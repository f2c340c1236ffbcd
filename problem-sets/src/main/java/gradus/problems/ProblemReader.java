package gradus.problems;

import gradus.problems.ProblemFile.AxesEntry;
import gradus.problems.ProblemFile.ErratumEntry;
import gradus.problems.ProblemFile.PartEntry;
import gradus.problems.ProblemFile.QuestionEntry;
import gradus.problems.ProblemFile.SlipEntry;
import gradus.problems.expression.Expression;
import gradus.problems.expression.ExpressionException;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a problem file and checks that it holds together; every complaint is a {@link ProblemException}. */
public final class ProblemReader {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}(\\.\\d{1,6})?");

    private final String file;
    private final ProblemFile entries;
    private final Definitions definitions;
    private final Set<String> asked = new LinkedHashSet<>();

    private ProblemReader(String file, String text) {
        this.file = file;
        this.entries = Yaml.problem(file, text);
        this.definitions = new Definitions(file);
    }

    /** Reads a problem from the text of a file, whose name is for messages. */
    public static Problem read(String file, String text) {
        return new ProblemReader(file, text).problem();
    }

    private Problem problem() {
        Map<Role, List<String>> given = given();
        entries.forward().forEach(definitions::define);
        Model model = new Model(definitions.formulas());
        entries.forward().forEach((name, place) -> requireValue(model, name, place));
        List<Part> parts =
                entries.parts().stream().map(part -> part(part, model)).toList();
        return new Problem(
                id(entries.id()),
                entries.title().value(),
                entries.source().value(),
                entries.statement().value().strip(),
                listOf(entries.conventions()).stream().map(Text::value).toList(),
                given,
                model,
                parts,
                listOf(entries.slips()).stream().map(this::slip).toList(),
                listOf(entries.errata()).stream().map(this::erratum).toList());
    }

    private String id(Text id) {
        if (!ID.matcher(id.value()).matches()) {
            throw new ProblemException(
                    file, id, "expected an id of letters, digits, '-', '.' and '_' but got '" + id.value() + "'");
        }
        return id.value();
    }

    private Map<Role, List<String>> given() {
        Map<Role, List<String>> given = new EnumMap<>(Role.class);
        entries.given().forEach((role, values) -> {
            values.forEach(definitions::define);
            given.put(role, List.copyOf(values.keySet()));
        });
        return given;
    }

    private void requireValue(Model model, String name, Text place) {
        try {
            for (double value : model.value(name).toArray()) {
                if (!Double.isFinite(value)) {
                    throw new ProblemException(file, place, name + " comes out as " + value);
                }
            }
        } catch (ShapeException e) {
            throw new ProblemException(file, place, name + ": " + e.getMessage());
        }
    }

    private Part part(PartEntry part, Model model) {
        List<Question> questions = new ArrayList<>();
        part.answers().forEach((id, entry) -> questions.add(question(id, entry, model)));
        return new Part(
                part.id().value(), part.ask().value(), part.slip() == null ? 0 : credits(part.slip()), questions);
    }

    private Question question(String id, QuestionEntry entry, Model model) {
        definitions.requireKnown(id, entries.forward().keySet(), entry.ask());
        if (!asked.add(id)) {
            throw new ProblemException(file, entry.ask(), "'" + id + "' is asked twice");
        }
        List<String> names = listOf(entry.names());
        names.forEach(
                name -> definitions.requireKnown(name, definitions.formulas().keySet(), entry.ask()));
        Axes axes = axes(entry, model.value(id));
        Question question = new Question(
                id,
                entry.ask().value(),
                credits(entry.credits()),
                Optional.ofNullable(entry.published()).map(Text::value).orElse(null),
                names,
                axes);
        Optional.ofNullable(entry.published()).ifPresent(text -> requireReadable(question, model, text));
        return question;
    }

    private @Nullable Axes axes(QuestionEntry entry, Tensor key) {
        AxesEntry shape = entry.shape();
        if (shape == null) {
            return null;
        }
        String axes = shape.axes();
        if (key.rank() != 1 || key.size() != axes.length()) {
            throw new ProblemException(
                    file, entry.ask(), "expected one axis for each entry of " + Figures.of(key) + " but got " + axes);
        }
        for (Text order : shape.orders()) {
            if (!order.value().chars().allMatch(axis -> axes.indexOf(axis) >= 0 || axis == 'N')) {
                throw new ProblemException(file, order, "expected the axes " + axes + " but got " + order.value());
            }
        }
        Map<String, Double> credits = new LinkedHashMap<>();
        Objects.requireNonNullElse(shape.credits(), Map.<String, Text>of())
                .forEach((group, text) -> credits.put(group, credits(text)));
        double sum = credits.values().stream().mapToDouble(x -> x).sum();
        if (!credits.isEmpty() && sum != credits(entry.credits())) {
            throw new ProblemException(
                    file,
                    entry.ask(),
                    "expected credits of the axes that add up to "
                            + entry.credits().value() + " but got " + Figures.of(sum));
        }
        return new Axes(axes, shape.orders().stream().map(Text::value).toList(), credits);
    }

    private void requireReadable(Question question, Model model, Text published) {
        try {
            new AnswerReader(model, question.names()).read(question, published.value());
        } catch (ExpressionException e) {
            throw new ProblemException(file, published, e);
        }
    }

    private Slip slip(SlipEntry entry) {
        return new Slip(entry.id().value(), entry.when(), Slip.Rank.LISTED, instead(entry.id(), entry.instead()));
    }

    private Erratum erratum(ErratumEntry entry) {
        Map<String, Expression> instead = entry.instead() == null ? Map.of() : instead(entry.id(), entry.instead());
        return new Erratum(entry.id().value(), entry.kind(), entry.where(), entry.prints(), entry.right(), instead);
    }

    private Map<String, Expression> instead(Text id, Map<String, Text> formulas) {
        if (formulas.isEmpty()) {
            throw new ProblemException(file, id, "expected other formulas under 'instead' but got none");
        }
        return definitions.instead(formulas);
    }

    private double credits(Text text) {
        if (!NUMBER.matcher(text.value()).matches()) {
            throw new ProblemException(file, text, "expected a number but got '" + text.value() + "'");
        }
        double credits = Double.parseDouble(text.value());
        if (credits < 0) {
            throw new ProblemException(file, text, "expected no credits below 0 but got " + text.value());
        }
        return credits;
    }

    private static <T> List<T> listOf(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
