package gradus.problems;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import gradus.problems.expression.Nearest;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads YAML strictly: no key twice, no unknown field, nothing of another type; every complaint says where. */
final class Yaml {
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'");
    private static final Pattern MISSING =
            Pattern.compile("Missing required creator property '(.*?)'.*", Pattern.DOTALL);
    private static final ObjectMapper MAPPER = new ObjectMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Yaml() {}

    static ProblemFile problem(String file, String text) {
        return read(file, () -> MAPPER.readValue(text, ProblemFile.class));
    }

    /** A map of scalars or lists, in the order of the file. */
    static Map<String, Text> answers(String file, String text) {
        return read(file, () -> MAPPER.readValue(text, new TypeReference<Map<String, Text>>() {}));
    }

    private interface Reading<T> {
        @Nullable
        T value() throws JsonProcessingException;
    }

    private static <T> T read(String file, Reading<T> reading) {
        try {
            T value = reading.value();
            if (value == null) {
                throw new ProblemException(file, 1, 1, "expected fields but the file is empty");
            }
            return value;
        } catch (JsonProcessingException e) {
            JsonLocation place = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
            throw new ProblemException(
                    file, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), complaint(e));
        }
    }

    private static String complaint(JsonProcessingException e) {
        String message = Optional.ofNullable(e.getOriginalMessage()).orElse("expected YAML");
        Matcher duplicate = DUPLICATE.matcher(message);
        if (duplicate.find()) {
            return "the key '" + duplicate.group(1) + "' stands twice";
        }
        Matcher missing = MISSING.matcher(message);
        if (missing.matches()) {
            return "expected the field '" + missing.group(1) + "' but it is missing";
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknown(unknown.getPropertyName(), unknown.getKnownPropertyIds());
        }
        if (e instanceof InvalidFormatException format) {
            return "expected " + expected(format.getTargetType()) + " but got '" + format.getValue() + "'";
        }
        if (e instanceof JsonMappingException mapping) {
            return "expected another kind of value here" + path(mapping);
        }
        return message.lines().findFirst().orElse("expected YAML");
    }

    private static String unknown(String field, Collection<Object> known) {
        TreeSet<String> names = new TreeSet<>();
        known.forEach(name -> names.add(name.toString()));
        return "the field '" + field + "' is not known"
                + Nearest.to(field, names)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("")
                + " Expected one of " + String.join(", ", names) + ".";
    }

    private static String expected(Class<?> type) {
        if (type == Role.class) {
            return "inputs, weights, biases, targets or constants";
        }
        if (type == Erratum.Kind.class) {
            return "value, text or credit";
        }
        return type == double.class || type == Double.class
                ? "a number"
                : "a " + type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .reduce((a, b) -> a + "." + b)
                .map(path -> " (" + path + ")")
                .orElse("");
    }
}
