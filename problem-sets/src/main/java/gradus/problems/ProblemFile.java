package gradus.problems;

import com.fasterxml.jackson.annotation.JsonProperty;
import gradus.problems.kind.Choice;
import gradus.problems.kind.Circles;
import gradus.problems.kind.Condition;
import gradus.problems.kind.Formula;
import gradus.problems.kind.Kind;
import gradus.problems.kind.Match;
import gradus.problems.kind.Order;
import gradus.problems.kind.Pick;
import gradus.problems.kind.Rubric;
import gradus.problems.kind.Term;
import gradus.problems.kind.Truth;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A problem file as it stands in YAML; {@link ProblemReader} makes a {@link Problem} of it. */
record ProblemFile(
        @JsonProperty(required = true) Text id,
        @JsonProperty(required = true) Text title,
        @JsonProperty(required = true) Text source,
        @JsonProperty(required = true) Text statement,
        @Nullable FigureEntry figure,
        @Nullable List<Text> conventions,
        @Nullable Map<Role, Map<String, Text>> given,
        @Nullable Map<String, Text> forward,
        @JsonProperty(required = true) List<PartEntry> parts,
        @Nullable VaryEntry vary,
        @Nullable List<SlipEntry> slips,
        @Nullable List<ErratumEntry> errata,
        @Nullable List<TriedEntry> tried) {

    record PartEntry(
            @JsonProperty(required = true) Text id,
            @JsonProperty(required = true) Text ask,
            @Nullable FigureEntry figure,
            @Nullable Text slip,
            @Nullable Text carry,
            @JsonProperty(required = true) Map<String, QuestionEntry> answers) {}

    record QuestionEntry(
            @JsonProperty(required = true) Text ask,
            @JsonProperty(required = true) Text credits,
            @Nullable Text published,
            @Nullable List<ListedEntry> accept,
            @Nullable List<ListedEntry> wrong,
            @Nullable Derived derived,
            @Nullable Text carry,
            @Nullable List<Text> needs,
            @Nullable List<String> names,
            @Nullable Boolean count,
            @Nullable Text method,
            @Nullable AxesEntry shape,
            @Nullable Choice choice,
            @Nullable Pick pick,
            @Nullable Order order,
            @Nullable Match match,
            @Nullable Truth truth,
            @Nullable Term term,
            @Nullable Formula formula,
            @Nullable Condition condition,
            @Nullable Circles circles,
            @Nullable Rubric rubric) {
        /** The kinds that the entry says, of which there may be one at most. */
        List<Kind> kinds() {
            return Stream.of(choice, pick, order, match, truth, term, formula, condition, circles, rubric)
                    .flatMap(Stream::ofNullable)
                    .map(Kind.class::cast)
                    .toList();
        }

        /**
         * The entry without what belongs to the numbers of the source alone.
         *
         * @param written the entry as the file has it, before numbers were put in
         * @param kept whether an answer listed there is right for other numbers, too
         */
        QuestionEntry unpublished(QuestionEntry written, Predicate<Text> kept) {
            return new QuestionEntry(
                    ask,
                    credits,
                    null,
                    only(accept, written.accept, kept),
                    only(wrong, written.wrong, kept),
                    derived,
                    carry,
                    needs,
                    names,
                    count,
                    method,
                    shape,
                    choice,
                    pick,
                    order,
                    match,
                    truth,
                    term,
                    formula,
                    condition,
                    circles,
                    rubric);
        }

        private static @Nullable List<ListedEntry> only(
                @Nullable List<ListedEntry> all, @Nullable List<ListedEntry> written, Predicate<Text> kept) {
            return all == null || written == null
                    ? null
                    : IntStream.range(0, all.size())
                            .filter(i -> kept.test(written.get(i).answer()))
                            .mapToObj(all::get)
                            .toList();
        }
    }

    /** A figure of the statement or of a part: one of plot, graph and grid. */
    record FigureEntry(
            @Nullable Text caption,
            @JsonProperty(required = true) Text description,
            @Nullable PlotEntry plot,
            @Nullable GraphEntry graph,
            @Nullable Map<String, Text> grid) {}

    record PlotEntry(
            @JsonProperty(required = true) AxisEntry x,
            @JsonProperty(required = true) AxisEntry y,
            @JsonProperty(required = true) Map<String, CurveEntry> curves,
            @Nullable Map<String, Text> spans) {}

    record AxisEntry(
            @JsonProperty(required = true) Text label,
            @JsonProperty(required = true) Text from,
            @JsonProperty(required = true) Text to,
            @Nullable Text ticks) {}

    /** A formula over x, or points. */
    record CurveEntry(@Nullable Text of, @Nullable Text points) {}

    record GraphEntry(
            @Nullable Map<String, Text> rounds,
            @Nullable Map<String, Text> boxes,
            @Nullable Map<String, Text> texts,
            @JsonProperty(required = true) List<Text> edges,
            @Nullable Text direction) {}

    /** Which numbers may vary. */
    record VaryEntry(
            @JsonProperty(required = true) Map<String, Text> numbers,
            @Nullable List<Text> rules,
            @Nullable Text digits,
            @Nullable List<Text> keep) {}

    record ListedEntry(
            @JsonProperty(required = true) Text answer,
            @Nullable String note,
            @Nullable String when,
            @Nullable Text credits,
            @Nullable String slip) {}

    record TriedEntry(
            @JsonProperty(required = true) Map<String, Text> answers,
            @JsonProperty(required = true) Text earned,
            @Nullable String slip,
            @Nullable String says) {}

    record AxesEntry(
            @JsonProperty(required = true) String axes,
            @JsonProperty(required = true) List<Text> orders,
            @Nullable Map<String, Text> credits,
            @Nullable List<String> sides,
            @Nullable List<String> names) {}

    record SlipEntry(
            @JsonProperty(required = true) Text id,
            @JsonProperty(required = true) String when,
            @Nullable Text costs,
            @JsonProperty(required = true) Map<String, Text> instead) {}

    record ErratumEntry(
            @JsonProperty(required = true) Text id,
            @JsonProperty(required = true) Erratum.Kind kind,
            @JsonProperty(required = true) String where,
            @JsonProperty(required = true) String prints,
            @JsonProperty(required = true) String right,
            @Nullable String treatment,
            @Nullable Map<String, Text> instead) {}
}
