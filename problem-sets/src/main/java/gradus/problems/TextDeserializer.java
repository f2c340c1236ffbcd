package gradus.problems;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Keeps the digits of numbers as they were written, and where; a list becomes text in brackets. */
final class TextDeserializer extends StdDeserializer<Text> {
    private static final long serialVersionUID = 1;

    TextDeserializer() {
        super(Text.class);
    }

    @Override
    public Text deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var place = parser.currentTokenLocation();
        List<String> items = new ArrayList<>();
        String value = text(parser, context, items);
        return new Text(
                value, items.isEmpty() ? List.of(value) : List.copyOf(items), place.getLineNr(), place.getColumnNr());
    }

    /** Nothing after the colon is an empty text. */
    @Override
    public Text getNullValue(DeserializationContext context) {
        var place = context.getParser().currentTokenLocation();
        return new Text("", place.getLineNr(), place.getColumnNr());
    }

    @Override
    public @Nullable Text getAbsentValue(DeserializationContext context) {
        return null;
    }

    private String text(JsonParser parser, DeserializationContext context, List<String> items) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            StringJoiner list = new StringJoiner(", ", "[", "]");
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                String item = text(parser, context, new ArrayList<>());
                items.add(item);
                list.add(item);
            }
            return list.toString();
        }
        if (!parser.currentToken().isScalarValue() || parser.currentToken() == JsonToken.VALUE_NULL) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        return parser.getText();
    }
}
