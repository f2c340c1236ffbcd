package gradus.sandbox;

import gradus.subject.Subject;
import java.util.List;

/** One submission, its compiled exercises and the process that runs them. For one thread at a time. Types are named below {@code gradus.exercises}, as in {@code dense.Affine}. */
@SuppressWarnings("DoNotCallSuggester")
public final class Workshop implements AutoCloseable {
    private Workshop() {}

    /** What the files declare, in the order of the sources. */
    public List<Declaration> index() {
        throw new UnsupportedOperationException();
    }

    /** The paths of the accepted files that declare this type: none if it is missing, more than one if it is there twice. */
    public List<String> declaring(String type) {
        throw new UnsupportedOperationException();
    }

    /** Compiles one exercise and what it uses of the other sources, so that errors elsewhere cost it nothing. */
    public Compilation compile(String type) {
        throw new UnsupportedOperationException();
    }

    /**
     * Holds a compiled exercise; its limits count from here. Whatever becomes of the process, {@code create} begins anew with
     * what is left of the limits. Close it before asking for another.
     *
     * @throws IllegalStateException if the exercise is not compiled
     */
    public Subject subject(String type) {
        throw new UnsupportedOperationException();
    }

    /** What the exercise printed so far, on either stream: text of unknown origin, to be shown and never read by a machine. */
    public String output(String type) {
        throw new UnsupportedOperationException();
    }

    /** Ends the process and deletes the folder. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
