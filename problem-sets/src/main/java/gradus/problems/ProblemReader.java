package gradus.problems;

import gradus.problems.ProblemFile.ErratumEntry;
import gradus.problems.ProblemFile.PartEntry;
import gradus.problems.ProblemFile.QuestionEntry;
import gradus.problems.ProblemFile.SlipEntry;
import gradus.problems.ProblemFile.TriedEntry;
import gradus.problems.ProblemFile.VaryEntry;
import gradus.problems.expression.Expression;
import gradus.tensor.ShapeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a problem file and checks that it holds together; every complaint is a {@link ProblemException}. */
public final class ProblemReader {
    /** A name in a formula; an e after a digit is an exponent. */
    private static final Pattern NAMED = Pattern.compile("(?<![\\p{L}\\p{N}_.])\\p{L}[\\p{L}\\p{N}_]*(?!\\w*\\()");

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");

    private final String file, text;
    private final ProblemFile raw, entries;
    private final Map<String, String> drawn;
    private final Definitions definitions;
    private final Map<Role, List<String>> given;
    private final Model model;
    private final Credits numbers;

    /** The file as JSON, from which variants are read. */
    private volatile @Nullable String json;

    private interface Filling {
        ProblemFile with(Template template);
    }

    /** Reads the numbers first, then the texts that show them. */
    private ProblemReader(String file, String text, ProblemFile raw, Map<String, String> drawn, Filling filling) {
        this.file = file;
        this.text = text;
        this.raw = raw;
        this.drawn = drawn;
        this.definitions = new Definitions(file);
        this.numbers = new Credits(file);
        this.given = given();
        forward().forEach(definitions::define);
        this.model = new Model(definitions.formulas());
        forward().forEach((name, place) -> requireValue(model, name, place));
        this.entries = Template.isIn(text) ? filling.with(template(model)) : raw;
    }

    /** Reads a problem from the text of a file, whose name is for messages. */
    public static Problem read(String file, String text) {
        ProblemReader reader = new ProblemReader(
                file, text, Yaml.problem(file, text), Map.of(), template -> Yaml.problem(file, text, template));
        Problem problem = reader.problem();
        return reader.raw.vary() == null ? problem : problem.varying(reader.variation(problem, reader.raw.vary()));
    }

    /** Reads a problem with other given numbers; what belongs to the source's own numbers alone is left out. */
    private Problem with(Map<String, String> other) {
        Filling filling = template -> Yaml.problemOfJson(file, json(), template);
        return new ProblemReader(file, text, raw, other, filling).problem();
    }

    private String json() {
        String made = json;
        if (made == null) {
            made = Yaml.json(file, text);
            json = made;
        }
        return made;
    }

    private Variation variation(Problem problem, VaryEntry entry) {
        return new VariationReader(file, problem, entry, Yaml.tree(file, text))
                .variation(this::with, slipsOfVariants());
    }

    private Template template(Model shown) {
        Set<String> asked = new HashSet<>();
        raw.parts().forEach(part -> asked.addAll(part.answers().keySet()));
        return new Template(file, shown, asked);
    }

    /** The listed slips; in their formulas names stand for the numbers of a variant, whatever these are. */
    private List<Slip> slipsOfVariants() {
        Set<String> originals = new HashSet<>();
        definitions.formulas().keySet().forEach(name -> originals.add(Trial.original(name)));
        return listOf(raw.slips()).stream()
                .map(entry -> {
                    Map<String, Text> instead = new LinkedHashMap<>();
                    entry.instead().forEach((name, formula) -> instead.put(name, Template.named(formula)));
                    return slip(entry, definitions.instead(instead, originals));
                })
                .toList();
    }

    private boolean isVariant() {
        return !drawn.isEmpty();
    }

    private Problem problem() {
        FigureReader figures = new FigureReader(file, model, given);
        QuestionReader questions =
                new QuestionReader(file, definitions, forward().keySet(), given, model);
        List<Part> parts = entries.parts().stream()
                .map(part -> part(part, questions, figures))
                .toList();
        Problem problem = new Problem(
                id(entries.id()),
                entries.title().value(),
                entries.source().value(),
                entries.statement().value().strip(),
                listOf(entries.conventions()).stream().map(Text::value).toList(),
                given,
                model,
                parts,
                listOf(entries.slips()).stream().map(this::slip).toList(),
                isVariant()
                        ? List.of()
                        : listOf(entries.errata()).stream()
                                .map(erratum -> erratum(erratum, parts, questions))
                                .toList(),
                isVariant()
                        ? List.of()
                        : listOf(entries.tried()).stream()
                                .map(sheet -> tried(sheet, parts))
                                .toList());
        return entries.figure() == null ? problem : problem.drawn(figures.figure(entries.figure()));
    }

    private Map<String, Text> forward() {
        return raw.forward() == null ? Map.of() : raw.forward();
    }

    private String id(Text id) {
        if (!ID.matcher(id.value()).matches()) {
            throw new ProblemException(
                    file, id, "expected an id of letters, digits, '-', '.' and '_' but got '" + id.value() + "'");
        }
        return id.value();
    }

    private Map<Role, List<String>> given() {
        Map<Role, List<String>> names = new EnumMap<>(Role.class);
        Map<Role, Map<String, Text>> roles = raw.given() == null ? Map.of() : raw.given();
        roles.forEach((role, values) -> {
            values.forEach((name, text) -> definitions.define(
                    name, new Text(drawn.getOrDefault(name, text.value()), text.line(), text.column())));
            names.put(role, List.copyOf(values.keySet()));
        });
        return names;
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

    private Part part(PartEntry part, QuestionReader questions, FigureReader figures) {
        List<Question> read = new ArrayList<>();
        part.answers()
                .forEach((id, entry) -> read.add(
                        questions.question(id, isVariant() ? fresh(id, entry) : entry, isCarried(part.carry()))));
        return new Part(
                part.id().value(),
                part.ask().value(),
                part.slip() == null ? 0 : numbers.credits(part.slip()),
                read,
                part.figure() == null ? null : figures.figure(part.figure()));
    }

    /** Listed numbers were computed from the source's own, unless they are written with names. */
    private QuestionEntry fresh(String id, QuestionEntry entry) {
        boolean varies = entry.kinds().isEmpty()
                && drawn.keySet().stream().anyMatch(name -> model.formulas().containsKey(id) && model.needs(id, name));
        QuestionEntry written = raw.parts().stream()
                .map(part -> part.answers().get(id))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(entry);
        return entry.unpublished(
                written,
                answer -> !varies
                        || Template.isIn(answer.value())
                        || NAMED.matcher(answer.value()).find());
    }

    private boolean isCarried(@Nullable Text carry) {
        if (carry != null && !carry.value().equals("none")) {
            throw new ProblemException(file, carry, "expected none but got '" + carry.value() + "'");
        }
        return carry == null;
    }

    private Slip slip(SlipEntry entry) {
        return slip(entry, definitions.instead(some(entry.id(), entry.instead())));
    }

    private Slip slip(SlipEntry entry, Map<String, Expression> instead) {
        return new Slip(
                entry.id().value(),
                entry.when(),
                Slip.Rank.LISTED,
                instead,
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
