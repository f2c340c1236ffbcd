package gradus.mutants.certify;

import gradus.mutants.certify.Claim.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How well an exercise is graded.
 *
 * @param exercise its id, or {@code all}
 * @param skeletonNotAttempted whether the skeleton was not attempted on every row and seed
 * @param accepted runs of right code that passed every row, one run for each piece of code and seed
 * @param killed pieces of wrong code that lost a row on every seed
 * @param named pieces of wrong code, unknown to the diagnosis, that were called by their name on every seed
 * @param wrongNames runs of right code that were given the name of a mistake
 * @param shortcomings all code that fell short, and how
 */
public record Certificate(
        String exercise,
        boolean skeletonNotAttempted,
        Tally accepted,
        Tally killed,
        Tally named,
        long wrongNames,
        List<String> shortcomings) {

    /** The part of the fresh wrong code that has to be called by its name. */
    public static final double NAMED_AT_LEAST = 0.9;

    static Certificate of(String exercise, List<Claim> claims) {
        Tally unnamed = runs(claims, Kind.UNNAMED);
        return new Certificate(
                exercise,
                runs(claims, Kind.UNATTEMPTED).isFull(),
                runs(claims, Kind.ACCEPTED),
                codes(claims, Kind.KILLED),
                codes(claims, Kind.NAMED),
                unnamed.total() - unnamed.count(),
                shortcomings(claims));
    }

    /** True if no right code was rejected or misnamed, all wrong code was rejected, and nearly all of it named. */
    public boolean holds() {
        return skeletonNotAttempted
                && accepted.isFull()
                && killed.isFull()
                && wrongNames == 0
                && named.count() >= NAMED_AT_LEAST * named.total();
    }

    Certificate plus(Certificate other) {
        return new Certificate(
                exercise,
                skeletonNotAttempted && other.skeletonNotAttempted,
                accepted.plus(other.accepted),
                killed.plus(other.killed),
                named.plus(other.named),
                wrongNames + other.wrongNames,
                Stream.concat(shortcomings.stream(), other.shortcomings.stream())
                        .toList());
    }

    private static Tally runs(List<Claim> claims, Kind kind) {
        List<Claim> these =
                claims.stream().filter(claim -> claim.kind() == kind).toList();
        return new Tally(these.stream().filter(Claim::holds).count(), these.size());
    }

    private static Tally codes(List<Claim> claims, Kind kind) {
        Map<String, Boolean> held = claims.stream()
                .filter(claim -> claim.kind() == kind)
                .collect(Collectors.toMap(Claim::code, Claim::holds, Boolean::logicalAnd));
        return new Tally(held.values().stream().filter(Boolean::booleanValue).count(), held.size());
    }

    private static List<String> shortcomings(List<Claim> claims) {
        Map<String, List<Claim>> broken = claims.stream()
                .filter(claim -> !claim.holds())
                .collect(Collectors.groupingBy(
                        claim -> "%s not %s".formatted(claim.code(), claim.kind()), TreeMap::new, Collectors.toList()));
        return broken.entrySet().stream()
                .map(entry -> shortcoming(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String shortcoming(String what, List<Claim> claims) {
        Claim first = claims.get(0);
        return "%s on %d seeds,%s    first on seed %d: %s"
                .formatted(
                        what,
                        claims.size(),
                        System.lineSeparator(),
                        first.seed().value(),
                        first.seen());
    }
}
