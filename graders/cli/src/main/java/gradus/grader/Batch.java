package gradus.grader;

import gradus.report.Result;
import gradus.report.ResultFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Grades many submissions, several at a time; each result is on the disk as soon as it is known. */
public final class Batch {

    /** Hears about every submission once, from whichever thread graded it. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Takes note of a result.
         *
         * @param resumed whether an earlier run had graded it already
         */
        void graded(Result result, boolean resumed);
    }

    private final SubmissionReader reader = new SubmissionReader(IntakeLimits.DEFAULT);
    private final Grader grader;
    private final Path out;
    private final boolean resume;
    private final Listener listener;

    /**
     * @param out the folder that gets {@code results/<submission>.json}
     * @param resume whether to keep results of the same sources, seed and version
     */
    public Batch(Grader grader, Path out, boolean resume, Listener listener) {
        this.grader = grader;
        this.out = out;
        this.resume = resume;
        this.listener = listener;
    }

    /**
     * Grades so many at a time, but never more than the machine has cores: more would take time from one another, and time limits would decide marks.
     *
     * @return a result for each submission, in their order
     * @throws IOException if a result cannot be written
     */
    public List<Result> run(List<NamedPath> submissions, int jobs) throws IOException, InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(jobs, cores));
        try {
            List<Future<Result>> futures = new ArrayList<>();
            for (NamedPath submission : submissions) {
                futures.add(threads.submit(() -> grade(submission)));
            }
            List<Result> results = new ArrayList<>();
            for (Future<Result> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Result grade(NamedPath path) throws IOException {
        ResultFile file = new ResultFile(out, path.name());
        Submission submission = reader.read(path);
        Optional<Result> earlier =
                resume ? file.read().filter(result -> grader.stillHolds(result, submission)) : Optional.empty();
        Result result = earlier.isPresent() ? earlier.get() : grader.grade(submission);
        if (earlier.isEmpty()) {
            file.write(result);
        }
        listener.graded(result, earlier.isPresent());
        return result;
    }
}
