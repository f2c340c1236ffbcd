package gradus.sandbox;

import gradus.subject.Failure;
import gradus.subject.Failure.Code;
import gradus.subject.Instance;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A process at the other end of a pipe. For one caller at a time. */
final class Child implements AutoCloseable {
    private static final int GREETING = 4096;
    private static final int BUFFER = 1 << 16;
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Talker talker = new Talker();
    private final CompletableFuture<Boolean> greeted = new CompletableFuture<>();
    private final Path folder;
    private final Watched process;
    private final Line line;
    private Given given = new Given();
    private Budget budget = new Budget(Limits.standard()); // of nobody, between exercises
    private int lastId;

    /**
     * Starts the process and greets it, without waiting for the answer.
     *
     * @param user whom the command changes to, or {@link Jail#SAME_USER}
     * @param folder of the process, deleted after it
     */
    Child(List<String> command, int user, Path folder, ScheduledExecutorService clock) {
        this.folder = folder;
        Output greeting = new Output(GREETING);
        CompletableFuture<Watched> started = new CompletableFuture<>();
        talker.talk(started, failure -> {}, () -> new Watched(command, user, folder, clock, greeting));
        process = started.join();
        line = new Line(new BufferedInputStream(process.answers(), BUFFER), process.questions());
        Future<?> late =
                clock.schedule(() -> process.kill(noStart("silence")), START.toMillis(), TimeUnit.MILLISECONDS);
        Request hello = Request.of(Kind.HELLO, lastId, Wire.VERSION, Wire.FRAME_BYTES);
        talk(greeted, () -> {
            greet(hello, greeting);
            return late.cancel(false);
        });
    }

    private <T> void talk(CompletableFuture<T> answer, Talker.Talk<T> talk) {
        talker.talk(answer, process::kill, talk);
    }

    private void greet(Request hello, Output greeting) throws IOException {
        try {
            long version = line.ask(hello, given, ok -> ok.value(0, 2, Long.class));
            if (version != Wire.VERSION) {
                throw new WireException("version " + version + " of the wire");
            }
        } catch (IOException | Failure e) {
            process.awaitEnd();
            process.kill(noStart(e.getMessage() + ". " + greeting.text()));
            throw e;
        }
    }

    private static Failure noStart(String actual) {
        return new Failure(Code.INFRA, "expected a process that answers but got " + actual, null);
    }

    /**
     * From now on what the process prints goes here, and what it uses is charged there.
     *
     * @throws Failure INFRA if it did not start
     */
    void begin(Output output, Budget on) {
        await("start", greeted);
        given = new Given();
        budget = on;
        process.begin(output, on);
    }

    /** Charges the rest, and waits until what was printed has arrived. */
    void finish() {
        process.finish();
        budget = new Budget(Limits.standard());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Returns what travels for an argument. */
    Object outgoing(Object argument) {
        return given.outgoing(argument);
    }

    /** @param name as messages call the instance */
    Instance create(String name, String type, Object... arguments) {
        List<Object> travelling = Stream.of(arguments).map(this::outgoing).toList();
        Handle object = ask("new " + name, ok -> ok.value(0, 1, Handle.class), Kind.CREATE, type, travelling);
        return new RemoteInstance(this, name, object);
    }

    /** A part of the child itself. */
    Instance service(String name) {
        return create(name, name);
    }

    /**
     * Sends a request and waits for the reply.
     *
     * @param where as the message begins if there is none
     * @throws Failure as the child reports it, or as its end explains it
     */
    <T> T ask(String where, Line.Parser<T> parser, Kind kind, Object... body) {
        Request request = Request.of(kind, ++lastId, body);
        Given functions = given;
        if (talker.isCurrent()) {
            return nested(where, () -> line.ask(request, functions, parser));
        }
        Budget charging = budget;
        charging.begin();
        try {
            CompletableFuture<T> answer = new CompletableFuture<>();
            talk(answer, () -> line.ask(request, functions, parser));
            return await(where, answer);
        } finally {
            charging.end();
        }
    }

    /** A given function, which the child waits for, asks the child. */
    private <T> T nested(String where, Talker.Talk<T> talk) {
        try {
            return talk.run();
        } catch (IOException e) {
            throw ended(where);
        }
    }

    /** Sends a request and does not wait. */
    void tell(Consumer<Failure> ifItFails, Kind kind, Object... body) {
        Request request = Request.of(kind, ++lastId, body);
        Given functions = given;
        talk(new CompletableFuture<>(), () -> {
            line.tell(request, functions, ifItFails);
            return true;
        });
    }

    private <T> T await(String where, CompletableFuture<T> answer) {
        while (true) {
            try {
                return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Failure reported ? retired(reported) : ended(where);
            } catch (TimeoutException e) {
                if (!process.isAlive()) {
                    throw ended(where);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure(Code.INFRA, where + ": expected time to wait but got an interruption.", null);
            }
        }
    }

    /** A process that once ran out of memory is not used again. */
    private Failure retired(Failure reported) {
        if (reported.code() == Code.OUT_OF_MEMORY) {
            process.kill(reported);
        }
        return reported;
    }

    /** Says why the process is gone. */
    Failure ended(String where) {
        Failure why = process.explain();
        return new Failure(why.code(), where + ": " + why.getMessage(), null);
    }

    @Override
    public void close() {
        process.close();
        talker.close();
        Folders.delete(folder);
    }
}
