package gradus.subject;

import gradus.tensor.NotAttempted;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns whatever a student's code throws into a failure that says what, and in which line. */
final class Blame {
    private static final int MESSAGE = 500;

    /** A call into a student's code. */
    interface Call<T extends @Nullable Object> {
        T run() throws ReflectiveOperationException;
    }

    private Blame() {}

    /**
     * Makes the call.
     *
     * @param type the student's class
     * @param where what is called, as a message begins
     */
    static <T extends @Nullable Object> T on(Class<?> type, String where, Call<T> call) {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw failure(type, where, e.getTargetException());
        } catch (Throwable e) {
            throw failure(type, where, e);
        }
    }

    private static Failure failure(Class<?> type, String where, Throwable thrown) {
        Throwable cause =
                thrown instanceof ExceptionInInitializerError && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof NotAttempted) {
            return new Failure(Failure.Code.NOT_ATTEMPTED, where + ": not attempted yet.", null);
        }
        boolean memory = cause instanceof OutOfMemoryError;
        return new Failure(
                memory ? Failure.Code.OUT_OF_MEMORY : Failure.Code.EXCEPTION,
                where + " threw " + text(cause) + ".",
                place(type, cause));
    }

    /** The class and the message, as far as the throwable's own methods give them. */
    private static String text(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        String message = quietly(thrown::getMessage);
        if (message == null || message.isBlank()) {
            return name;
        }
        String text = name + ": " + message;
        String cut = text.length() > MESSAGE ? text.substring(0, MESSAGE) + "…" : text;
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }

    private static @Nullable String place(Class<?> type, Throwable thrown) {
        StackTraceElement[] frames = quietly(thrown::getStackTrace);
        return frames == null
                ? null
                : Stream.of(frames)
                        .filter(frame -> frame != null && frame.getClassName().startsWith(type.getPackageName() + "."))
                        .filter(frame -> frame.getFileName() != null && frame.getLineNumber() > 0)
                        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                        .findFirst()
                        .orElse(null);
    }

    /** A student's throwable may override its methods and throw again. */
    private static <T> @Nullable T quietly(Supplier<@Nullable T> method) {
        try {
            return method.get();
        } catch (RuntimeException | Error e) {
            return null;
        }
    }
}
