package gradus.cli;

import java.io.IOException;
import java.nio.file.Files;

/** What the READMEs show. */
final class Readme {

    private Readme() {}

    /** The text of a file of the project between the first occurrences of two others. */
    static String between(String file, String begin, String end) throws IOException {
        String text = Files.readString(Project.root().resolve(file));
        int from = text.indexOf(begin) + begin.length();
        return text.substring(from, text.indexOf(end, from));
    }

    /** Output with everything that differs from run to run replaced by a dot: durations and seeds. */
    static String masked(String output) {
        return output.replaceAll("\\d+\\.\\d s", "· s").replaceAll("Seed: +\\d+ ", "Seed:    · ");
    }
}
