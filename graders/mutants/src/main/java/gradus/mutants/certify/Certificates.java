package gradus.mutants.certify;

import java.util.ArrayList;
import java.util.List;

/** What certify found out, one certificate for each exercise. */
public record Certificates(long seeds, List<Certificate> exercises) {

    /** All exercises taken together. */
    public Certificate total() {
        return exercises.stream()
                .reduce(
                        new Certificate("all", true, Tally.NONE, Tally.NONE, Tally.NONE, 0, List.of()),
                        Certificate::plus);
    }

    public boolean holds() {
        return total().holds();
    }

    /** A table for people, and under it everything that fell short. */
    public String table() {
        List<String> lines = new ArrayList<>();
        lines.add(line("exercise", "skeleton", "accepted", "killed", "named", "misnamed"));
        exercises.forEach(certificate -> lines.add(line(certificate)));
        lines.add(line(total()));
        total().shortcomings().forEach(shortcoming -> lines.add("  " + shortcoming));
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(Certificate c) {
        return line(
                c.exercise(),
                c.skeletonNotAttempted() ? "NOT_ATTEMPTED" : "attempted",
                c.accepted().toString(),
                c.killed().toString(),
                c.named().toString(),
                Long.toString(c.wrongNames()));
    }

    private static String line(
            String exercise, String skeleton, String accepted, String killed, String named, String wrong) {
        return "%-26s  %-13s  %11s  %7s  %5s  %8s".formatted(exercise, skeleton, accepted, killed, named, wrong);
    }
}
