package gradus.mutants.certify;

import gradus.checks.Diagnosis;
import gradus.checks.Status;
import gradus.checks.Verdict;
import gradus.mutants.certify.Claim.Kind;
import gradus.tensor.Seed;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Some code with the verdicts that it got on one seed; states what they bear out. */
record Examined(String code, Seed seed, List<Verdict> verdicts) {
    /** How a row ends that was found to be wrong; what could not be decided is no finding. */
    private static final Set<Status> WRONG =
            EnumSet.of(Status.FAILED, Status.WRONG_SHAPE, Status.NOT_FINITE, Status.MUTATED_INPUT, Status.EXCEPTION);

    Claim unattempted() {
        return everywhere(Kind.UNATTEMPTED, Status.NOT_ATTEMPTED);
    }

    Claim accepted() {
        return everywhere(Kind.ACCEPTED, Status.PASSED);
    }

    Claim unnamed() {
        return claim(Kind.UNNAMED, names().isEmpty(), "called " + names());
    }

    /** It lost one of these rows. */
    Claim killed(Collection<String> rows) {
        boolean killed = verdicts.stream()
                .anyMatch(verdict -> rows.contains(verdict.row().id()) && WRONG.contains(verdict.status()));
        return claim(Kind.KILLED, killed, "kept " + rows);
    }

    /** Some row bears this name, and none bears another. */
    Claim named(String name) {
        return claim(Kind.NAMED, names().equals(Set.of(name)), "expected " + name + " but was called " + names());
    }

    private Claim everywhere(Kind kind, Status status) {
        String others = verdicts.stream()
                .filter(verdict -> verdict.status() != status)
                .map(verdict -> "%s %s: %s".formatted(verdict.row().id(), verdict.status(), verdict.message()))
                .collect(Collectors.joining(" "));
        return claim(kind, others.isEmpty(), others);
    }

    private Claim claim(Kind kind, boolean holds, String seen) {
        return new Claim(kind, code, seed, holds, holds ? "" : seen);
    }

    private Set<String> names() {
        return verdicts.stream()
                .map(Verdict::diagnosis)
                .filter(Objects::nonNull)
                .map(Diagnosis::misconception)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
