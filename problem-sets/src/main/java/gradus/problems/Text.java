package gradus.problems;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;

/**
 * A scalar or list of a YAML file as text, with the place where it starts, from 1.
 *
 * @param items the entries of a list; of a scalar, itself
 */
@JsonDeserialize(using = TextDeserializer.class)
record Text(String value, List<String> items, int line, int column) {
    Text(String value, int line, int column) {
        this(value, List.of(value), line, column);
    }
}
