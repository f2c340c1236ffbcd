package gradus.sandbox;

import gradus.subject.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One submission, its compiled exercises and the process that runs them. For one thread at a time. Types are named below {@code gradus.exercises}, as in
 * {@code dense.Affine}.
 */
public final class Workshop implements AutoCloseable {
    private final Compilations compilations;
    private final Workers workers;
    private final Limits limits;
    private final Runnable afterwards;
    private final Set<String> compiled = new HashSet<>();
    private final Map<String, Output> outputs = new HashMap<>();

    Workshop(Compilations compilations, Workers workers, Limits limits, Runnable afterwards) {
        this.compilations = compilations;
        this.workers = workers;
        this.limits = limits;
        this.afterwards = afterwards;
    }

    /**
     * What the files declare, in the order of the sources.
     *
     * @throws gradus.subject.Failure INFRA if no compiler starts
     */
    public List<Declaration> index() {
        return compilations.index();
    }

    /** The paths of the accepted files that declare this type: none if it is missing, more than one if it is there twice. */
    public List<String> declaring(String type) {
        return compilations.declaring(Worker.EXERCISES + type).stream()
                .map(Declaration::path)
                .toList();
    }

    /**
     * Compiles one exercise and what it uses of the other sources, so that errors elsewhere cost it nothing.
     *
     * @throws gradus.subject.Failure INFRA if no compiler starts
     */
    public Compilation compile(String type) {
        if (declaring(type).size() == 1) {
            workers.prepare(); // it starts while the compiler works
        }
        Compilation compilation = compilations.compile(Worker.EXERCISES + type, type);
        if (compilation.ok()) {
            compiled.add(type);
        }
        return compilation;
    }

    /**
     * Holds a compiled exercise; its limits and what it prints count from here. Whatever becomes of the process, {@code create} begins anew with what is left of the
     * limits. Close it before asking for another.
     *
     * @throws IllegalStateException if the exercise is not compiled
     */
    public Subject subject(String type) {
        if (!compiled.contains(type)) {
            throw new IllegalStateException("Workshop.subject: expected a compiled exercise but got " + type + ".");
        }
        Output output = new Output(limits.outputBytes());
        outputs.put(type, output);
        return new RemoteSubject(type, workers, output, new Budget(limits));
    }

    /** Whether the next subject gets a process that no other has used. */
    public boolean isFresh() {
        return workers.isFresh();
    }

    /** Lets no other subject have the process that the latest one leaves behind: what is changed in it may be anything. */
    public void retire() {
        workers.retire();
    }

    /** What the exercise printed, on either stream, complete once its subject is closed: to be shown, never to be believed. */
    public String output(String type) {
        Output output = outputs.get(type);
        return output == null ? "" : output.text();
    }

    /** Ends the process and deletes the folders. */
    @Override
    public void close() {
        workers.close();
        compilations.close();
        afterwards.run();
    }
}
