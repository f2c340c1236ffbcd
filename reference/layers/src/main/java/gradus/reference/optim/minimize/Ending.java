package gradus.reference.optim.minimize;

/** Why a minimisation ended. */
public enum Ending {
    /** ‖∇f‖ ≤ ε: converged. */
    SMALL_GRADIENT(true),
    /** ‖Δx‖ ≤ ε: converged, or too slow to tell. */
    SMALL_STEP(true),
    /** As many steps as were allowed. */
    OUT_OF_STEPS(false),
    /** No step along the chosen direction made f smaller. */
    NO_DESCENT(false);

    private final boolean converged;

    Ending(boolean converged) {
        this.converged = converged;
    }

    public boolean converged() {
        return converged;
    }
}
