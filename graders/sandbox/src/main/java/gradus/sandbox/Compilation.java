package gradus.sandbox;

import java.util.List;

/** How compiling an exercise went: well if there are no problems. */
public record Compilation(List<Problem> problems) {
    public Compilation {
        problems = List.copyOf(problems);
    }

    public boolean ok() {
        return problems.isEmpty();
    }
}
