package gradus.mutants.certify;

import gradus.tensor.Seed;

/**
 * Something that certify says about some code on one seed.
 *
 * @param code the name of the code
 * @param holds whether it turned out so
 * @param seen what was seen instead, where it does not hold
 */
record Claim(Kind kind, String code, Seed seed, boolean holds, String seen) {

    /** What can be said about a class. */
    enum Kind {
        /** The skeleton is not attempted, on every row. */
        UNATTEMPTED,
        /** Right code passes every row. */
        ACCEPTED,
        /** Right code is not given the name of a mistake. */
        UNNAMED,
        /** Wrong code loses a row that it gets wrong. */
        KILLED,
        /** Wrong code that the diagnosis does not know is called by its name. */
        NAMED
    }
}
