package gradus.sandbox;

import gradus.subject.Failure;
import gradus.subject.Failure.Code;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The thread that talks to one process, so that whoever waits for an answer can be released even if the pipe neither moves nor ends. It starts the process
 * too, which may be tied to the life of the thread that started it.
 */
final class Talker implements AutoCloseable {
    /** Something to do with the process or its pipe. */
    interface Talk<T> {
        T run() throws IOException;
    }

    private final ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);
    private volatile @Nullable Thread thread;

    private Thread thread(Runnable work) {
        Thread created = new Thread(work, "gradus-talker");
        created.setDaemon(true);
        thread = created;
        return created;
    }

    boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /**
     * Completes the answer with the result or the exception, when it is this talk's turn.
     *
     * @param end what to do with the process when there is no point in talking on
     */
    <T> void talk(CompletableFuture<T> answer, Consumer<Failure> end, Talk<T> talk) {
        executor.execute(() -> {
            try {
                answer.complete(talk.run());
            } catch (WireException broken) {
                end.accept(new Failure(
                        Code.FORBIDDEN,
                        "expected an answer but got bytes that are none. Who writes to the grader's pipe?",
                        null));
                answer.completeExceptionally(broken);
            } catch (IOException | Failure e) {
                answer.completeExceptionally(e);
            } catch (RuntimeException e) { // out of a given function
                end.accept(new Failure(Code.INFRA, "expected an answer but the grader failed: " + e, null));
                answer.completeExceptionally(e);
            }
        });
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
