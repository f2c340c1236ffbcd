package gradus.problems.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * How many of some cases are as they should be.
 *
 * @param target the share that is to be reached
 * @param apart cases that are counted apart, as they have no say
 * @param failures what the first cases that are otherwise look like
 */
public record Tally(String name, double target, int cases, int good, int apart, List<String> failures) {
    static final int SHOWN = 20;

    public Tally {
        failures = List.copyOf(failures);
    }

    /** Whether every case is as it should be. */
    public boolean holds() {
        return good == cases;
    }

    /** Whether enough cases are as they should be. */
    public boolean reaches() {
        return good >= target * cases;
    }

    /** Counts case after case. */
    static final class Counter {
        private final String name;
        private final List<String> failures = new ArrayList<>();
        private int cases, good, apart;

        private final double target;

        Counter(String name) {
            this(name, 1);
        }

        Counter(String name, double target) {
            this.name = name;
            this.target = target;
        }

        void add(boolean fine, String otherwise) {
            cases++;
            good += fine ? 1 : 0;
            if (!fine && failures.size() < SHOWN && !failures.contains(otherwise)) {
                failures.add(otherwise);
            }
        }

        void addApart() {
            apart++;
        }

        Tally tally() {
            return new Tally(name, target, cases, good, apart, failures);
        }
    }
}
