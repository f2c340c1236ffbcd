package gradus.problems.figure;

/** What a figure shows, as data. */
public sealed interface Picture permits Plot, Graph, Grid {
    /** The same as lines and words. */
    Sheet sheet();
}
