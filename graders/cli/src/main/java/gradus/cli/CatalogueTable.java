package gradus.cli;

import java.util.stream.Collectors;

/**
 * The catalogue for a terminal of 80 columns. A row has a line with its name and its type, and one for each of its tests; what does not
 * fit is broken between two names, and nothing is cut.
 */
record CatalogueTable(Catalogue catalogue) {
    private static final int WIDTH = 80;
    private static final String HEAD = """
            Name and type of what the course teaches, and below them the tests that assert
            its formula. Types and tests are in gradus.reference, but demo.* and tensor.*
            are in gradus.
            """;

    String text() {
        return catalogue.sections().stream().map(this::section).collect(Collectors.joining("", HEAD, ""));
    }

    private String section(Catalogue.Section section) {
        return catalogue.rows().stream()
                .filter(row -> row.row().startsWith(section.letter()))
                .map(CatalogueTable::lines)
                .collect(Collectors.joining("", "\n" + section.title() + "\n", ""));
    }

    private static String lines(CatalogueRow row) {
        String what = "%-5s%-40s".formatted(row.row(), row.name());
        String tests = row.tests().stream().map(CatalogueTable::test).collect(Collectors.joining());
        return joined(what, "  " + place(row.type()), 45) + tests;
    }

    private static String test(String test) {
        String type = place(test.replaceFirst("#.*", ""));
        return joined("     " + type, test.substring(test.indexOf('#')), 7);
    }

    /** Side by side; or below each other where that is too wide, with the second one indented. */
    private static String joined(String first, String second, int indentation) {
        boolean fits = first.length() + second.length() <= WIDTH;
        return fits ? first + second + "\n" : first.stripTrailing() + "\n" + " ".repeat(indentation) + second + "\n";
    }

    /** A type's name without what all of them share. */
    private static String place(String type) {
        return type.replaceFirst("^gradus\\.(reference\\.)?", "");
    }
}
