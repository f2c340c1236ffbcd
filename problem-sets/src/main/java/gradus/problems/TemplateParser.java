package gradus.problems;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A parser whose strings come with the numbers of a {@link Template} filled in. */
final class TemplateParser extends JsonParserDelegate {
    private final Template template;

    TemplateParser(JsonParser parser, Template template) {
        super(parser);
        this.template = template;
    }

    @Override
    public @Nullable String getText() throws IOException {
        String text = super.getText();
        if (text == null || currentToken() != JsonToken.VALUE_STRING || text.indexOf('{') < 0) {
            return text;
        }
        var place = currentTokenLocation();
        return template.filled(text, place.getLineNr(), place.getColumnNr());
    }

    @Override
    public @Nullable String getValueAsString() throws IOException {
        return currentToken() == JsonToken.VALUE_STRING ? getText() : super.getValueAsString();
    }

    @Override
    public @Nullable String nextTextValue() throws IOException {
        return nextToken() == JsonToken.VALUE_STRING ? getText() : null;
    }
}
