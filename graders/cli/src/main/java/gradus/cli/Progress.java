package gradus.cli;

import gradus.grader.Batch;
import gradus.report.Result;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a batch is: a bar on a terminal, a line for each submission anywhere else. */
interface Progress extends Batch.Listener, AutoCloseable {

    /** Set by the launcher, since Java cannot tell on every version. */
    String TERMINAL = "gradus.terminal";

    @Override
    void close();

    static Progress over(int submissions, PrintWriter err) {
        return Boolean.getBoolean(TERMINAL) ? new Bar(submissions) : new Lines(submissions, err);
    }

    /** A bar on the error stream. */
    final class Bar implements Progress {

        private final ProgressBar bar;

        Bar(int submissions) {
            bar = new ProgressBarBuilder()
                    .setTaskName("grading")
                    .setInitialMax(submissions)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setMaxRenderedLength(78)
                    .hideEta()
                    .build();
        }

        @Override
        public void graded(Result result, boolean resumed) {
            bar.step();
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** A line for each submission. */
    final class Lines implements Progress {

        private final int submissions;
        private final PrintWriter err;
        private int done;

        Lines(int submissions, PrintWriter err) {
            this.submissions = submissions;
            this.err = err;
        }

        @Override
        public synchronized void graded(Result result, boolean resumed) {
            done++;
            err.printf("[%d/%d] %s%s%n", done, submissions, MarksTable.brief(result), resumed ? "  (kept)" : "");
            err.flush();
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
