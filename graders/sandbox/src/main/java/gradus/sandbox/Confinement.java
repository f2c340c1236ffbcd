package gradus.sandbox;

/** How firmly student code has to be held. */
public enum Confinement {
    /** In a bubblewrap sandbox where one works, else in a plain process, with a warning. */
    AUTO,
    /** In a bubblewrap sandbox, or not at all. */
    REQUIRE,
    /** In a plain process: against accidents, not against malice. */
    NONE
}
