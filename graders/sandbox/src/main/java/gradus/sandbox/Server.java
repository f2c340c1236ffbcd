package gradus.sandbox;

import gradus.subject.Answer;
import gradus.subject.Failure;
import gradus.subject.Failure.Code;
import gradus.subject.Instance;
import gradus.subject.Subject;
import gradus.tensor.Tensor;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The child's end of the pipe: creates instances of subjects and does what it is asked to do with them. */
final class Server {
    private final InputStream in;
    private final OutputStream out;
    private final Function<String, Subject> subjects;
    private final Map<Integer, Instance> instances = new HashMap<>();
    private int lastInstance;
    private int lastCall;

    Server(InputStream in, OutputStream out, Function<String, Subject> subjects) {
        this.in = in;
        this.out = out;
        this.subjects = subjects;
    }

    /** Takes the standard streams for itself: whoever reads gets nothing, and whoever prints prints errors. */
    static Server onStandardStreams(Function<String, Subject> subjects) {
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16);
        return new Server(in, new FileOutputStream(FileDescriptor.out), subjects);
    }

    /** Serves until the stream ends. */
    void serve() throws IOException {
        try {
            while (true) {
                serve(Wire.read(in));
            }
        } catch (EOFException end) {
            return; // the parent is done
        }
    }

    private void serve(Frame request) throws IOException {
        Frame reply = reply(request);
        try {
            Wire.write(out, reply);
        } catch (WireException tooLarge) {
            Wire.write(
                    out,
                    Frame.fail(request.id(), new Failure(Code.WRONG_RETURN, "result: " + tooLarge.getMessage(), null)));
        }
    }

    private Frame reply(Frame request) throws WireException {
        try {
            return Frame.ok(request.id(), result(request).toArray());
        } catch (Failure failure) {
            return Frame.fail(request.id(), failure);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return Frame.fail(request.id(), new Failure(Code.EXCEPTION, "expected an answer but got " + e, null));
        }
    }

    private List<Object> result(Frame request) throws WireException {
        return switch (request.kind()) {
            case HELLO -> List.of(Wire.VERSION, Runtime.version().toString());
            case CREATE -> List.of(create(request.value(0, 2, String.class), request.list(1, 2, Object.class)));
            case CALL ->
                call(instance(request, 3), request.value(1, 3, String.class), request.list(2, 3, Object.class));
            case READ -> read(instance(request, 1));
            case WRITE ->
                write(instance(request, 3), request.list(1, 3, String.class), request.list(2, 3, Tensor.class));
            case DROP -> drop(request.value(0, 1, Handle.class));
            case OK, FAIL -> throw new WireException("expected a request but got " + request.kind() + ".");
        };
    }

    private Handle create(String type, List<Object> arguments) {
        Instance instance = subjects.apply(type).create(incoming(arguments));
        instances.put(++lastInstance, instance);
        return new Handle(lastInstance, true);
    }

    private List<Object> call(Instance instance, String method, List<Object> arguments) {
        Answer answer = instance.call(method, incoming(arguments));
        return List.of(answer.names(), answer.values(), answer.changed());
    }

    private static List<Object> read(Instance instance) {
        Map<String, Tensor> values = instance.read();
        return List.of(List.copyOf(values.keySet()), List.copyOf(values.values()));
    }

    private static List<Object> write(Instance instance, List<String> names, List<Tensor> values) {
        instance.write(IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, values::get)));
        return List.of();
    }

    private List<Object> drop(Handle handle) {
        instances.remove(handle.number());
        return List.of();
    }

    private Instance instance(Frame request, int values) throws WireException {
        Instance instance = instances.get(request.value(0, values, Handle.class).number());
        if (instance == null) {
            throw new WireException("expected an object but got one that was dropped.");
        }
        return instance;
    }

    /** Functions of the parent become objects that call it. */
    private Object[] incoming(List<Object> arguments) {
        return arguments.stream()
                .map(argument -> argument instanceof Handle function ? new GivenProxy(this, function) : argument)
                .toArray();
    }

    /** Calls a function of the parent, in the middle of a call from it; serves what it asks before it answers. */
    synchronized Object call(Handle function, String method, Tensor x) {
        try {
            int id = ++lastCall;
            Wire.write(out, new Frame(Kind.CALL, id, List.of(function, method, List.of(x))));
            Frame frame = Wire.read(in);
            while (frame.kind() != Kind.OK && frame.kind() != Kind.FAIL) {
                serve(frame);
                frame = Wire.read(in);
            }
            if (frame.kind() == Kind.FAIL) {
                throw new IllegalArgumentException(frame.value(1, 3, String.class));
            }
            return frame.list(1, 3, Object.class).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
