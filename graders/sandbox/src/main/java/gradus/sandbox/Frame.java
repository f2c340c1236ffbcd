package gradus.sandbox;

import gradus.subject.Failure;
import java.util.List;
import java.util.Optional;

/**
 * One message.
 *
 * @param id the same in a request and its reply
 * @param body none (an empty Optional), Boolean, Long, Double, String, Tensor, IntTensor, List or {@link Handle}
 */
record Frame(Kind kind, int id, List<Object> body) {
    private static final int MESSAGE = 1000;

    static Frame ok(int id, Object... values) {
        return new Frame(Kind.OK, id, List.of(values));
    }

    static Frame fail(int id, Failure failure) {
        return new Frame(
                Kind.FAIL,
                id,
                List.of(failure.code().name(), shown(failure.getMessage()), Optional.ofNullable(failure.place())));
    }

    private static String shown(String message) {
        return message.length() > MESSAGE ? message.substring(0, MESSAGE) + "…" : message;
    }

    /** The value at a position of the body, which must hold {@code count} values. */
    <T> T value(int position, int count, Class<T> type) throws WireException {
        if (body.size() != count || !type.isInstance(body.get(position))) {
            throw new WireException("expected " + count + " values in " + kind + ", at " + position + " a "
                    + type.getSimpleName() + ", but got "
                    + body.stream()
                            .map(value -> value.getClass().getSimpleName())
                            .limit(8)
                            .toList() + ".");
        }
        return type.cast(body.get(position));
    }

    /** Expects an empty body. */
    void none() throws WireException {
        if (!body.isEmpty()) {
            throw new WireException("expected no values in " + kind + " but got " + body.size() + ".");
        }
    }

    /** The list at a position, of entries of one type. */
    <T> List<T> list(int position, int count, Class<T> type) throws WireException {
        List<?> list = value(position, count, List.class);
        if (!list.stream().allMatch(type::isInstance)) {
            throw new WireException(
                    "expected a list of " + type.getSimpleName() + " at " + position + " in " + kind + ".");
        }
        return list.stream().map(type::cast).toList();
    }
}
