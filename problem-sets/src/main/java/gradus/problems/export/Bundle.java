package gradus.problems.export;

import java.util.List;
import java.util.Map;

/** The files of an export by name, and what became of every answer. */
public record Bundle(Map<String, String> files, List<Fate> fates) {
    public Bundle {
        fates = List.copyOf(fates);
    }
}
