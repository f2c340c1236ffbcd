package gradus.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A format that results are written in. */
public interface Report {

    /** The name on the command line: {@code html}. */
    String name();

    /** Writes the files for one submission into its own folder. */
    default void submission(Result result, Path folder) throws IOException {}

    /** Writes the files for everybody into the output folder. */
    default void cohort(List<Result> results, Path out) throws IOException {}
}
