package gradus.problems;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import gradus.problems.expression.Nearest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads YAML strictly: no key twice, no unknown field, nothing of another type; every complaint says where. */
public final class Yaml {
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'");
    private static final Pattern MISSING =
            Pattern.compile("Missing required creator property '(.*?)'.*", Pattern.DOTALL);
    private static final ObjectMapper MAPPER = new ObjectMapper(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
    /** Finds unknown fields even where others are missing: a misspelt field is both. */
    private static final ObjectMapper PERMISSIVE = MAPPER.copy().setAnnotationIntrospector(new NothingRequired());

    private static final class NothingRequired extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember member) {
            return false;
        }
    }

    private Yaml() {}

    static ProblemFile problem(String file, String text) {
        read(file, text, () -> withoutGaps(file, text));
        read(file, text, () -> PERMISSIVE.readValue(text, ProblemFile.class));
        return read(file, text, () -> MAPPER.readValue(text, ProblemFile.class));
    }

    /** The file once more, with numbers put into its texts. */
    static ProblemFile problem(String file, String text, Template template) {
        return problem(MAPPER, file, text, template);
    }

    /** The same from {@link #json}, which is read faster, but knows no places. */
    static ProblemFile problemOfJson(String file, String json, Template template) {
        return problem(JSON, file, json, template);
    }

    private static ProblemFile problem(ObjectMapper mapper, String file, String text, Template template) {
        return read(file, text, () -> {
            try (JsonParser parser = new TemplateParser(mapper.createParser(text), template)) {
                return mapper.readValue(parser, ProblemFile.class);
            }
        });
    }

    /** The same file as JSON, numbers as they were written. */
    static String json(String file, String text) {
        return read(file, text, () -> {
            StringWriter json = new StringWriter();
            try (JsonParser parser = MAPPER.createParser(text);
                    JsonGenerator generator = JSON.createGenerator(json)) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token.isNumeric()
                            && JSON_NUMBER.matcher(parser.getText()).matches()) {
                        generator.writeNumber(parser.getText());
                    } else if (token.isNumeric()) {
                        generator.writeString(parser.getText());
                    } else {
                        generator.copyCurrentEvent(parser);
                    }
                }
            }
            return json.toString();
        });
    }

    /** Any YAML, as it stands. */
    static JsonNode tree(String file, String text) {
        return read(file, text, () -> MAPPER.readTree(text));
    }

    /** A map of scalars or lists, in the order of the file. */
    static Map<String, Text> answers(String file, String text) {
        return read(file, text, () -> MAPPER.readValue(text, new TypeReference<Map<String, Text>>() {}));
    }

    /**
     * An object of a type.
     *
     * @throws ProblemException with file, line and column, if the text is not one
     */
    public static <T> T object(String file, String text, Class<T> type) {
        read(file, text, () -> withoutGaps(file, text));
        return read(file, text, () -> MAPPER.readValue(text, type));
    }

    /** The entries of a list. */
    static <T> List<T> list(String file, String text, Class<T[]> type) {
        return List.of(read(file, text, () -> MAPPER.readValue(text, type)));
    }

    private interface Reading<T> {
        @Nullable
        T value() throws IOException;
    }

    /** Refuses a key with nothing after it. */
    private static String withoutGaps(String file, String text) throws IOException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()
                        && (token == JsonToken.VALUE_NULL || parser.getText().isEmpty())) {
                    JsonLocation place = parser.currentTokenLocation();
                    throw new ProblemException(
                            file, place.getLineNr(), place.getColumnNr(), "expected a value but got nothing");
                }
            }
        }
        return text;
    }

    private static <T> T read(String file, String text, Reading<T> reading) {
        try {
            T value = reading.value();
            if (value == null) {
                throw new ProblemException(file, 1, 1, "expected fields but the file is empty");
            }
            return value;
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof ProblemException complaint) {
                throw complaint;
            }
            JsonLocation place = place(text, e);
            throw new ProblemException(
                    file, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), complaint(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where an unknown field stands; for anything else, where reading stopped. */
    private static JsonLocation place(String text, JsonProcessingException e) {
        JsonLocation stopped = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
        return e instanceof UnrecognizedPropertyException unknown
                ? key(text, unknown).orElse(stopped)
                : stopped;
    }

    private static Optional<JsonLocation> key(String text, JsonMappingException e) {
        String pointer = e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
        try (JsonParser parser = MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME
                        && parser.getParsingContext().pathAsPointer().toString().equals(pointer)) {
                    return Optional.of(parser.currentTokenLocation());
                }
            }
            return Optional.empty();
        } catch (IOException broken) {
            return Optional.empty();
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
        if (e instanceof ValueInstantiationException invalid && invalid.getCause() != null) {
            return String.valueOf(invalid.getCause().getMessage()) + path(invalid);
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
                        .orElse(".")
                + " Expected one of " + String.join(", ", names) + ".";
    }

    private static String expected(Class<?> type) {
        if (type == Role.class) {
            return "inputs, weights, biases, targets or constants";
        }
        if (type == Erratum.Kind.class) {
            return "value, text or credit";
        }
        return "a " + type.getSimpleName().toLowerCase(Locale.ROOT);
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
