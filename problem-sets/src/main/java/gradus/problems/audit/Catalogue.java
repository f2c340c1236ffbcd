package gradus.problems.audit;

import gradus.problems.Part;
import gradus.problems.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Every problem and worked example of the course material, and which of them are in the bank. */
public final class Catalogue {
    private static final String FILE = "/gradus/problems/catalogue.txt";

    /**
     * One problem or worked example.
     *
     * @param type what is checked first; TEXT is left to the student
     * @param missing why it cannot be in the bank; empty if it can
     */
    public record Listing(String id, String type, String missing) {
        boolean isChecked() {
            return !type.equals("TEXT") && missing.isEmpty();
        }

        String source() {
            return id.substring(0, id.indexOf('-'));
        }
    }

    /** How much of one source is in the bank. */
    public record Coverage(String source, int checkable, int checked, int open, int assessed, List<String> missing) {}

    private Catalogue() {}

    /** All entries in the order of the catalogue. */
    public static List<Listing> entries() {
        List<Listing> entries = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(FILE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] pieces = line.split(" ", 3);
                String why = pieces.length > 2 ? pieces[2] : "";
                entries.add(new Listing(pieces[0], pieces[1], why));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** What is there of each source. */
    public static List<Coverage> coverage(List<Problem> bank) {
        Set<String> known = known(bank);
        Map<String, List<Listing>> sources = new LinkedHashMap<>();
        entries()
                .forEach(entry -> sources.computeIfAbsent(entry.source(), s -> new ArrayList<>())
                        .add(entry));
        List<Coverage> coverage = new ArrayList<>();
        sources.forEach((source, entries) -> coverage.add(coverage(source, entries, known)));
        return coverage;
    }

    private static Coverage coverage(String source, List<Listing> entries, Set<String> known) {
        List<Listing> checkable = entries.stream().filter(Listing::isChecked).toList();
        List<Listing> open =
                entries.stream().filter(entry -> entry.type().equals("TEXT")).toList();
        List<String> missing = entries.stream()
                .filter(entry -> !isKnown(entry.id(), known))
                .map(entry -> entry.id() + (entry.missing().isEmpty() ? "" : " (" + entry.missing() + ")"))
                .toList();
        return new Coverage(
                source, checkable.size(), count(checkable, known), open.size(), count(open, known), missing);
    }

    private static int count(List<Listing> entries, Set<String> known) {
        return (int)
                entries.stream().filter(entry -> isKnown(entry.id(), known)).count();
    }

    /** 4.2c of a source is in its 4.2. */
    private static boolean isKnown(String id, Set<String> known) {
        return known.contains(id) || (id.matches(".*\\d[a-z]") && known.contains(id.substring(0, id.length() - 1)));
    }

    /** The ids of all problems and parts, with the source in front. */
    private static Set<String> known(List<Problem> bank) {
        Set<String> known = new TreeSet<>();
        for (Problem problem : bank) {
            String source = problem.id().substring(0, problem.id().indexOf('-') + 1);
            known.add(problem.id());
            for (Part part : problem.parts()) {
                known.add(part.id());
                known.add(source + part.id());
            }
        }
        return known;
    }
}
