package gradus.sandbox;

import gradus.subject.Answer;
import gradus.subject.Failure;
import gradus.subject.Instance;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A compiler process, warm from one submission to the next; when it ends, the next call begins another. For one thread at a time. */
final class Compiler implements AutoCloseable {
    private final Launcher launcher;
    private final int user;
    private final Path in;
    private final Path out;
    private final Output output = new Output(Limits.compiler().outputBytes());
    private Budget budget = new Budget(Limits.compiler());
    private Child process;
    private @Nullable Instance service;
    private boolean attending;

    Compiler(Launcher launcher) {
        this.launcher = launcher;
        user = launcher.user();
        in = launcher.folder("in", Jail.SAME_USER);
        out = launcher.folder("out", user);
        process = launcher.compiler(user, in, out);
    }

    /** What the process reads. */
    Path in() {
        return in;
    }

    /** What the process fills. */
    Path out() {
        return out;
    }

    /** Charges what it does from now on to this submission. */
    void attend(Budget submission) {
        budget = submission;
        attending = false;
    }

    /**
     * Calls a method of the compiler.
     *
     * @throws Failure if the compiler gives up, or if the submission has used up what it may
     */
    Answer call(String method, String... arguments) {
        Failure exceeded = budget.exceeded();
        if (exceeded != null) {
            throw exceeded;
        }
        return service().call(method, (Object[]) arguments);
    }

    private Instance service() {
        if (!process.isAlive()) {
            process.close();
            process = launcher.compiler(user, in, out);
            service = null;
            attending = false;
        }
        if (!attending) {
            process.begin(output, budget);
            attending = true;
        }
        Instance present = service == null ? process.service(CompilerMain.COMPILER) : service;
        service = present;
        return present;
    }

    @Override
    public void close() {
        process.close();
    }
}
