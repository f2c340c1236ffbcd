package gradus.problems;

import gradus.problems.ProblemFile.ErratumEntry;
import gradus.problems.ProblemFile.PartEntry;
import gradus.problems.ProblemFile.SlipEntry;
import gradus.problems.ProblemFile.TriedEntry;
import gradus.tensor.ShapeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a problem file and checks that it holds together; every complaint is a {@link ProblemException}. */
public final class ProblemReader {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");

    private final String file;
    private final ProblemFile entries;
    private final Definitions definitions;
    private final Credits numbers;

    private ProblemReader(String file, String text) {
        this.file = file;
        this.entries = Yaml.problem(file, text);
        this.definitions = new Definitions(file);
        this.numbers = new Credits(file);
    }

    /** Reads a problem from the text of a file, whose name is for messages. */
    public static Problem read(String file, String text) {
        return new ProblemReader(file, text).problem();
    }

    private Problem problem() {
        Map<Role, List<String>> given = given();
        forward().forEach(definitions::define);
        Model model = new Model(definitions.formulas());
        forward().forEach((name, place) -> requireValue(model, name, place));
        QuestionReader questions =
                new QuestionReader(file, definitions, forward().keySet(), given, model);
        List<Part> parts =
                entries.parts().stream().map(part -> part(part, questions)).toList();
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
                listOf(entries.errata()).stream()
                        .map(erratum -> erratum(erratum, parts, questions))
                        .toList(),
                listOf(entries.tried()).stream()
                        .map(sheet -> tried(sheet, parts))
                        .toList());
    }

    private Map<String, Text> forward() {
        return entries.forward() == null ? Map.of() : entries.forward();
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
        Map<Role, Map<String, Text>> roles = entries.given() == null ? Map.of() : entries.given();
        roles.forEach((role, values) -> {
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

    private Part part(PartEntry part, QuestionReader questions) {
        List<Question> read = new ArrayList<>();
        part.answers().forEach((id, entry) -> read.add(questions.question(id, entry, isCarried(part.carry()))));
        return new Part(
                part.id().value(), part.ask().value(), part.slip() == null ? 0 : numbers.credits(part.slip()), read);
    }

    private boolean isCarried(@Nullable Text carry) {
        if (carry != null && !carry.value().equals("none")) {
            throw new ProblemException(file, carry, "expected none but got '" + carry.value() + "'");
        }
        return carry == null;
    }

    private Slip slip(SlipEntry entry) {
        return new Slip(
                entry.id().value(),
                entry.when(),
                Slip.Rank.LISTED,
                definitions.instead(some(entry.id(), entry.instead())),
                entry.costs() == null ? Slip.ALL : numbers.credits(entry.costs()));
    }

    private Erratum erratum(ErratumEntry entry, List<Part> parts, QuestionReader questions) {
        Map<String, Text> formulas =
                new LinkedHashMap<>(entry.instead() == null ? Map.of() : some(entry.id(), entry.instead()));
        Map<String, String> printed = new LinkedHashMap<>();
        parts.stream()
                .flatMap(part -> part.questions().stream())
                .filter(question -> !question.isComputed() && formulas.containsKey(question.id()))
                .forEach(question -> printed.put(
                        question.id(),
                        questions.readable(question, Objects.requireNonNull(formulas.remove(question.id())))));
        return new Erratum(
                entry.id().value(),
                entry.kind(),
                entry.where(),
                entry.prints(),
                entry.right(),
                Objects.requireNonNullElse(entry.treatment(), ""),
                formulas.isEmpty() ? Map.of() : definitions.instead(formulas),
                printed);
    }

    private Tried tried(TriedEntry entry, List<Part> parts) {
        List<String> ids = parts.stream()
                .flatMap(part -> part.questions().stream())
                .map(Question::id)
                .toList();
        Map<String, String> answers = new LinkedHashMap<>();
        entry.answers().forEach((id, text) -> {
            definitions.requireKnown(id, ids, text);
            answers.put(id, text.value());
        });
        return new Tried(
                answers,
                numbers.credits(entry.earned()),
                Objects.requireNonNullElse(entry.slip(), ""),
                Objects.requireNonNullElse(entry.says(), ""));
    }

    private Map<String, Text> some(Text id, Map<String, Text> formulas) {
        if (formulas.isEmpty()) {
            throw new ProblemException(file, id, "expected other formulas under 'instead' but got none");
        }
        return formulas;
    }

    private static <T> List<T> listOf(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
