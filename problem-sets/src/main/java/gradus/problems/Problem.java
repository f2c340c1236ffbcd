package gradus.problems;

import gradus.problems.figure.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An exam problem: given numbers, forward formulas, parts with questions, known slips and misprints. Immutable. */
public final class Problem {
    private final String id, title, source, statement;
    private final List<String> conventions;
    private final Map<Role, List<String>> given;
    private final Model model;
    private final List<Part> parts;
    private final List<Slip> listed;
    private final List<Erratum> errata;
    private final List<Tried> tried;
    private final @Nullable Variation variation;
    private final @Nullable Long seed;
    private final @Nullable Figure drawing;
    private final SlipLibrary library;

    /** A problem without example sheets. */
    public Problem(
            String id,
            String title,
            String source,
            String statement,
            List<String> conventions,
            Map<Role, List<String>> given,
            Model model,
            List<Part> parts,
            List<Slip> listed,
            List<Erratum> errata) {
        this(id, title, source, statement, conventions, given, model, parts, listed, errata, List.of());
    }

    /**
     * A problem.
     *
     * @param id such as {@code 2022ss-6}
     * @param source where it comes from
     * @param conventions choices that the problem makes where sources disagree
     * @param given names of the given numbers by role
     * @param model the given numbers and the forward formulas
     * @param listed slips that the file lists, beside those that any graph has
     * @param tried example sheets with the marks that they get
     */
    public Problem(
            String id,
            String title,
            String source,
            String statement,
            List<String> conventions,
            Map<Role, List<String>> given,
            Model model,
            List<Part> parts,
            List<Slip> listed,
            List<Erratum> errata,
            List<Tried> tried) {
        this.id = id;
        this.title = title;
        this.source = source;
        this.statement = statement;
        this.conventions = List.copyOf(conventions);
        this.given = given;
        this.model = model;
        this.parts = List.copyOf(parts);
        this.listed = List.copyOf(listed);
        this.errata = List.copyOf(errata);
        this.tried = List.copyOf(tried);
        this.variation = null;
        this.seed = null;
        this.drawing = null;
        this.library = new SlipLibrary(this);
    }

    private Problem(
            Problem other,
            @Nullable Variation variation,
            @Nullable Long seed,
            boolean hasSlips,
            @Nullable Figure drawing) {
        this.id = other.id;
        this.title = other.title;
        this.source = other.source;
        this.statement = other.statement;
        this.conventions = other.conventions;
        this.given = other.given;
        this.model = other.model;
        this.parts = other.parts;
        this.listed = other.listed;
        this.errata = other.errata;
        this.tried = other.tried;
        this.variation = variation;
        this.seed = seed;
        this.drawing = drawing;
        this.library = hasSlips ? new SlipLibrary(this) : SlipLibrary.empty(this);
    }

    /** The same problem, some of whose numbers may vary. */
    Problem varying(Variation varied) {
        return new Problem(this, varied, seed, true, drawing);
    }

    /** The same problem, as the variant of a seed. */
    Problem variant(long number) {
        return new Problem(this, variation, number, true, drawing);
    }

    /** The same problem, in which no slip is looked for. */
    Problem withoutSlips() {
        return new Problem(this, variation, seed, false, drawing);
    }

    /** The same problem with a figure for its statement, or without one. */
    public Problem drawn(@Nullable Figure figure) {
        return new Problem(this, variation, seed, true, figure);
    }

    /** The figure that belongs to the statement. */
    public Optional<Figure> figure() {
        return Optional.ofNullable(drawing);
    }

    /** All figures, that of the statement first. */
    public List<Figure> figures() {
        return Stream.concat(figure().stream(), parts.stream().flatMap(part -> part.figure().stream()))
                .toList();
    }

    /** How the numbers may vary, if they may. */
    public Optional<Variation> variation() {
        return Optional.ofNullable(variation);
    }

    /** The seed that the numbers come from; nothing for the source's own numbers. */
    public Optional<Long> seed() {
        return Optional.ofNullable(seed);
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String source() {
        return source;
    }

    public String statement() {
        return statement;
    }

    public List<String> conventions() {
        return conventions;
    }

    public Map<Role, List<String>> given() {
        return given;
    }

    /** The given numbers that a student sees. */
    Map<Role, List<String>> shown() {
        Map<Role, List<String>> shown = new LinkedHashMap<>(given);
        shown.remove(Role.HIDDEN);
        return shown;
    }

    public Model model() {
        return model;
    }

    public List<Part> parts() {
        return parts;
    }

    public List<Slip> listed() {
        return listed;
    }

    public List<Erratum> errata() {
        return errata;
    }

    public List<Tried> tried() {
        return tried;
    }

    /** Credits of a right sheet. */
    public double credits() {
        return parts.stream().mapToDouble(Part::credits).sum();
    }

    /** All asked values in order. */
    public List<Question> questions() {
        return parts.stream().flatMap(part -> part.questions().stream()).toList();
    }

    /** The ids of all asked values in order. */
    public List<String> ids() {
        return questions().stream().map(Question::id).toList();
    }

    /** Every way of going wrong that is looked for, by rank. */
    public List<Slip> slips() {
        return library.slips();
    }

    /** The models of somebody who slips. */
    SlipLibrary library() {
        return library;
    }

    /** A question by its id. */
    public Optional<Question> question(String asked) {
        return questions().stream()
                .filter(question -> question.id().equals(asked))
                .findFirst();
    }

    /** The names of all computed quantities in order. */
    public List<String> forward() {
        return model.formulas().keySet().stream()
                .filter(name -> role(name).isEmpty())
                .toList();
    }

    /** The given quantities that one could take for this one: of its role, and named by the same letters. */
    List<String> alike(String name) {
        return role(name).map(given::get).orElse(List.of()).stream()
                .filter(other -> !other.equals(name) && letters(other).equals(letters(name)))
                .toList();
    }

    private static String letters(String name) {
        return name.replaceAll("\\d", "");
    }

    /** The role of a quantity, if it is given. */
    public Optional<Role> role(String name) {
        return given.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
