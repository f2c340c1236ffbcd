package gradus.problems;

import gradus.problems.Verification.Comparison;
import java.util.List;
import java.util.Locale;

/** Verifications for people: a line for each problem, the differences and misprints below it, the sums at the end. */
public final class VerificationText {
    private VerificationText() {}

    /** The verifications as text of at most 80 columns. */
    public static String of(List<Verification> verifications) {
        Lines lines = new Lines();
        verifications.forEach(verification -> one(verification, lines));
        List<Comparison> all =
                verifications.stream().flatMap(v -> v.comparisons().stream()).toList();
        long agree = all.stream().filter(Comparison::agrees).count();
        long unexplained = all.stream().filter(Comparison::unexplained).count();
        long stale =
                verifications.stream().mapToLong(v -> v.staleErrata().size()).sum();
        lines.add("")
                .wrapped(
                        "",
                        all.size() + " published values: " + agree + " agree, " + (all.size() - agree - unexplained)
                                + " explained by an erratum, " + unexplained + " unexplained; " + stale
                                + " errata no longer differ.");
        return lines.toString();
    }

    private static void one(Verification verification, Lines lines) {
        long agree =
                verification.comparisons().stream().filter(Comparison::agrees).count();
        lines.spread(
                String.format(
                        Locale.ROOT,
                        "%-14s %d of %d published values agree",
                        verification.problem().id(),
                        agree,
                        verification.comparisons().size()),
                verification.holds() ? "holds" : "FALLS SHORT");
        verification.comparisons().stream()
                .filter(comparison -> !comparison.agrees())
                .forEach(comparison -> lines.wrapped(
                        "    ",
                        comparison.answer() + ": published " + comparison.published() + ", computed "
                                + comparison.computed() + ", "
                                + (comparison.erratum() == null
                                        ? "no erratum explains it"
                                        : "explained by " + comparison.erratum())));
        verification.triedOtherwise().forEach(otherwise -> lines.wrapped("    ", "tried: " + otherwise));
        verification.literals().forEach(literal -> lines.wrapped("    ", literal + "."));
        verification.problem().errata().forEach(erratum -> erratum(verification, erratum, lines));
    }

    private static void erratum(Verification verification, Erratum erratum, Lines lines) {
        boolean stale = verification.staleErrata().contains(erratum.id());
        lines.wrapped(
                "    ",
                erratum.id() + " (" + erratum.kind().name().toLowerCase(Locale.ROOT) + ", " + erratum.where()
                        + "). Printed: " + erratum.prints() + ". Right: " + erratum.right() + "."
                        + (erratum.treatment().isEmpty() ? "" : " Marked so: " + erratum.treatment() + ".")
                        + (stale ? " It changes no answer any more." : ""));
    }
}
