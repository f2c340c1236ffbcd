package gradus.sandbox;

import gradus.subject.Failure;
import gradus.subject.Failure.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/** The parent's end of the pipe: questions, and the calls of given functions in between. For one thread. */
final class Line {
    /** Reads what was asked for out of a reply. */
    interface Parser<T> {
        T parse(Frame ok) throws WireException;
    }

    private record Unread(int id, Consumer<Failure> ifItFails) {}

    /** What the child may say; that a limit is reached, that it ended, or that the grader is at fault is not for it to say. */
    private static final Set<Code> CODES = EnumSet.of(
            Code.NOT_ATTEMPTED, Code.MISSING, Code.WRONG_RETURN, Code.EXCEPTION, Code.OUT_OF_MEMORY, Code.FORBIDDEN);

    /** So many short replies fit into a pipe that nobody reads. */
    private static final int UNREAD = 64;

    private final InputStream in;
    private final OutputStream out;
    private final Queue<Unread> unread = new ArrayDeque<>();

    Line(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /**
     * Sends a request and waits for its reply.
     *
     * @throws Failure as the child reports it
     * @throws WireException if the child breaks the protocol
     * @throws IOException if it is gone
     */
    <T> T ask(Request request, Given given, Parser<T> parser) throws IOException {
        Wire.write(out, request.bytes());
        drain(given);
        return parser.parse(reply(request.id(), given));
    }

    /** Sends a request whose reply matters only if it is a failure, and is read when there is time. */
    void tell(Request request, Given given, Consumer<Failure> ifItFails) throws IOException {
        if (unread.size() == UNREAD) {
            drain(given);
        }
        Wire.write(out, request.bytes());
        unread.add(new Unread(request.id(), ifItFails));
    }

    private void drain(Given given) throws IOException {
        while (!unread.isEmpty()) {
            Unread next = unread.remove();
            try {
                reply(next.id, given).none();
            } catch (Failure failure) {
                next.ifItFails.accept(failure);
            }
        }
    }

    private Frame reply(int id, Given given) throws IOException {
        Frame frame = Wire.read(in);
        while (frame.kind() == Kind.CALL) {
            Wire.write(out, given.answer(frame));
            frame = Wire.read(in);
        }
        if (frame.id() != id) {
            throw new WireException("expected the reply " + id + " but got " + frame.id() + ".");
        }
        return switch (frame.kind()) {
            case OK -> frame;
            case FAIL -> throw failure(frame);
            default -> throw new WireException("expected a reply but got " + frame.kind() + ".");
        };
    }

    private static Failure failure(Frame frame) throws WireException {
        String name = frame.value(0, 3, String.class);
        Code code = CODES.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WireException("expected a code of a child but got " + name + "."));
        String message = frame.value(1, 3, String.class);
        Object place = frame.value(2, 3, Object.class);
        return new Failure(code, message, place.equals(Optional.empty()) ? null : frame.value(2, 3, String.class));
    }
}
