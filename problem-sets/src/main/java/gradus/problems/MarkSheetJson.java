package gradus.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A marked sheet for programs: {@code gradus.marks/1}. */
public final class MarkSheetJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private record Sheet(
            String schema,
            String problem,
            @Nullable String variant,
            double earned,
            double possible,
            List<Map<String, @Nullable Object>> answers) {}

    private MarkSheetJson() {}

    /** The sheet as one line of JSON. */
    public static String of(MarkSheet sheet) {
        return write(new Sheet(
                "gradus.marks/1",
                sheet.problem().id(),
                sheet.problem().seed().map(String::valueOf).orElse(null),
                sheet.earned(),
                sheet.possible(),
                sheet.marks().stream().map(MarkSheetJson::answer).toList()));
    }

    private static Map<String, @Nullable Object> answer(Mark mark) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", mark.id());
        answer.put("part", mark.part());
        answer.put("given", mark.given());
        answer.put("status", mark.status().name());
        answer.put("earned", mark.earned());
        answer.put("possible", mark.possible());
        answer.put("expected", mark.expected());
        answer.put("carried", mark.carried());
        answer.put("misconception", mark.misconception());
        answer.put("message", mark.message());
        return answer;
    }

    /** Any value as JSON. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
