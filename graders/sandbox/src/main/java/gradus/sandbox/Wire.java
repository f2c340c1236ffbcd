package gradus.sandbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Version 1 of the wire: {@code int32 length of the rest, int8 kind, int32 id, values}, big-endian.
 *
 * <p>A value is an int8 tag and: 0 none nothing, 1 boolean int8, 2 int64, 3 float64 in raw bits, 4 text int32 length and UTF-8, 5 tensor int8 rank,
 * int32 lengths and float64s, 6 integers the same with int32s, 7 list int32 length and values, 8 an object of the sender int32, 9 an object of the
 * receiver int32. Every limit is checked before anything is allocated, and a frame must be used up exactly.
 */
final class Wire {
    static final int VERSION = 1;
    static final int FRAME_BYTES = 64 << 20;
    static final int TEXT_BYTES = 64 << 10;
    static final int RANK = 8;
    static final int LIST = 1 << 16;
    static final int DEPTH = 8;
    /** Values in a frame: an empty one takes a byte on the wire, but more in memory. */
    static final int VALUES = 1 << 17;

    /** Kind and id. */
    static final int HEADER = 5;

    private Wire() {}

    /**
     * Reads the next frame; the buffer grows as bytes arrive, whatever the length says.
     *
     * @throws EOFException if the stream ends first
     * @throws WireException if the bytes are no frame
     */
    static Frame read(InputStream in) throws IOException {
        int length = ByteBuffer.wrap(bytes(in, Integer.BYTES)).getInt();
        if (length < HEADER || length > FRAME_BYTES) {
            throw new WireException(
                    "expected a frame of " + HEADER + " to " + FRAME_BYTES + " bytes but got " + length + ".");
        }
        ByteBuffer frame = ByteBuffer.wrap(bytes(in, length));
        Kind kind = Kind.of(frame.get());
        int id = frame.getInt();
        return new Frame(kind, id, new Decoder(frame).values());
    }

    private static byte[] bytes(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the stream ended");
        }
        return bytes;
    }

    /** @throws WireException if the values do not fit; nothing is written then */
    static void write(OutputStream out, Frame frame) throws IOException {
        write(out, Encoder.encode(frame));
    }

    static void write(OutputStream out, ByteBuffer bytes) throws IOException {
        out.write(bytes.array(), bytes.arrayOffset(), bytes.limit());
        out.flush();
    }
}
