package gradus.demo;

import gradus.tensor.Seed;

/**
 * How a demo runs.
 *
 * @param seed where all of its random numbers come from
 * @param effort the share of the usual number of iterations, above 0 and up to 1
 */
public record Setup(Seed seed, double effort) {
    /** Seed 0 and full effort: what the figures in the course's text are of. */
    public static final Setup USUAL = new Setup(new Seed(0), 1);

    /** @throws IllegalArgumentException if the effort is not above 0 and up to 1 */
    public Setup {
        if (!(effort > 0 && effort <= 1)) {
            throw new IllegalArgumentException(
                    "Setup: effort: expected a share above 0 and up to 1 but got " + effort + ".");
        }
    }

    /** So many iterations instead of the usual ones: at least one. */
    public int iterations(int usual) {
        return (int) Math.max(1, Math.round(usual * effort));
    }
}
