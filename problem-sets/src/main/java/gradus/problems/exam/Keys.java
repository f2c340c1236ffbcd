package gradus.problems.exam;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import gradus.problems.Mark;
import gradus.problems.Marking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of all papers of an exam, as they are kept in {@code keys.json}: which problem stands where on which paper, and
 * what is right.
 */
public record Keys(
        @JsonProperty("schema") String schema,
        @JsonProperty("title") String title,
        @JsonProperty("papers") List<Sheet> papers) {
    private static final String SCHEMA = "gradus.exam/1";
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** A paper. */
    public record Sheet(
            @JsonProperty("id") String id,
            @JsonProperty("student") @Nullable String student,
            @JsonProperty("points") double points,
            @JsonProperty("problems") List<Place> problems) {}

    /** A problem on a paper, with the right answers by id. */
    public record Place(
            @JsonProperty("number") int number,
            @JsonProperty("reference") Reference reference,
            @JsonProperty("points") double points,
            @JsonProperty("key") Map<String, String> key) {}

    /** The keys of papers. */
    public static Keys of(ExamSpec spec, List<Paper> papers) {
        return new Keys(SCHEMA, spec.title(), papers.stream().map(Keys::sheet).toList());
    }

    private static Sheet sheet(Paper paper) {
        ExamSpec.Student student = paper.student();
        List<Place> places = paper.items().stream()
                .map(item -> new Place(item.number(), item.reference(), item.points(), key(item)))
                .toList();
        return new Sheet(paper.id(), student == null ? null : student.id(), paper.points(), places);
    }

    private static Map<String, String> key(Item item) {
        return Marking.mark(item.problem(), Map.of()).marks().stream()
                .collect(Collectors.toMap(Mark::id, Mark::expected, (a, b) -> a, LinkedHashMap::new));
    }

    /** The place that {@code PAPER/NUMBER} names. */
    public Optional<Place> find(String name) {
        return papers.stream()
                .flatMap(sheet -> sheet.problems().stream()
                        .filter(place -> name.equalsIgnoreCase(sheet.id() + "/" + place.number())))
                .findFirst();
    }

    /** As JSON. */
    public String json() {
        try {
            return MAPPER.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the JSON again. */
    public static Keys read(String json) {
        try {
            Keys keys = MAPPER.readValue(json, Keys.class);
            if (!SCHEMA.equals(keys.schema())) {
                throw new IllegalArgumentException(
                        "expected keys of schema " + SCHEMA + " but got " + keys.schema() + ".");
            }
            return keys;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected the keys.json of an exam: " + e.getOriginalMessage() + ".", e);
        }
    }
}
