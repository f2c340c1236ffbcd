package gradus.sandbox;

import java.nio.ByteBuffer;
import java.util.List;

/** A frame that is encoded already, so that what becomes of its tensors no longer matters. */
record Request(int id, ByteBuffer bytes) {
    /** @throws IllegalArgumentException if the body does not fit into a frame */
    static Request of(Kind kind, int id, Object... body) {
        try {
            return new Request(id, Encoder.encode(new Frame(kind, id, List.of(body))));
        } catch (WireException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
