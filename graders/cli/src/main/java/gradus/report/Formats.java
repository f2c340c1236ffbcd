package gradus.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats that results can be written in, besides the canonical JSON. */
public final class Formats {

    private Formats() {}

    /** Written whether asked for or not. */
    public static List<Report> always() {
        return List.of(new Gradebook(), new HtmlReport());
    }

    private static List<Report> all() {
        return Stream.concat(always().stream(), Stream.of(new Gradescope(), new JunitXml(), new GithubAnnotations()))
                .toList();
    }

    /** The format of this name. */
    public static Optional<Report> named(String name) {
        return all().stream().filter(report -> report.name().equals(name)).findFirst();
    }

    /** All names, in alphabetical order. */
    public static List<String> names() {
        return all().stream().map(Report::name).sorted().toList();
    }
}
