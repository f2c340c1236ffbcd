package gradus.sandbox;

import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the values of a frame. It believes no length that the rest of the frame cannot hold. */
final class Decoder {
    private final ByteBuffer in;
    private int values;

    Decoder(ByteBuffer in) {
        this.in = in;
    }

    /** Uses the frame up. */
    List<Object> values() throws WireException {
        List<Object> body = new ArrayList<>();
        while (in.hasRemaining()) {
            body.add(value(0));
        }
        return body;
    }

    private Object value(int depth) throws WireException {
        require(++values <= Wire.VALUES, "too many values");
        byte tag = need(1).get();
        return switch (tag) {
            case Tag.NONE -> Optional.empty();
            case Tag.BOOLEAN -> truth(need(1).get());
            case Tag.INT64 -> need(Long.BYTES).getLong();
            case Tag.FLOAT64 -> need(Double.BYTES).getDouble();
            case Tag.TEXT -> text();
            case Tag.TENSOR -> tensor();
            case Tag.INTEGERS -> integers();
            case Tag.LIST -> list(depth + 1);
            case Tag.SENDERS -> new Handle(need(Integer.BYTES).getInt(), false);
            case Tag.RECEIVERS -> new Handle(need(Integer.BYTES).getInt(), true);
            default -> throw new WireException("expected a tag of 0 to 9 but got " + tag + ".");
        };
    }

    private static Boolean truth(byte value) throws WireException {
        require(value == 0 || value == 1, "a boolean that is neither 0 nor 1");
        return value == 1;
    }

    private String text() throws WireException {
        int length = length(Wire.TEXT_BYTES, "text");
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Tensor tensor() throws WireException {
        Shape shape = shape(Double.BYTES);
        double[] data = new double[shape.size()];
        in.asDoubleBuffer().get(data);
        in.position(in.position() + data.length * Double.BYTES);
        return Tensor.of(shape, data);
    }

    private IntTensor integers() throws WireException {
        Shape shape = shape(Integer.BYTES);
        int[] data = new int[shape.size()];
        in.asIntBuffer().get(data);
        in.position(in.position() + data.length * Integer.BYTES);
        return IntTensor.of(shape, data);
    }

    /** A shape whose entries the rest of the frame can hold. */
    private Shape shape(int entryBytes) throws WireException {
        int rank = need(1).get();
        require(rank >= 0 && rank <= Wire.RANK, "a rank of " + rank);
        int[] dims = new int[rank];
        long size = 1;
        for (int axis = 0; axis < rank; axis++) {
            dims[axis] = need(Integer.BYTES).getInt();
            size *= Math.max(1, dims[axis]); // so that an axis of length 0 hides no overflow
            require(dims[axis] >= 0 && size <= Wire.FRAME_BYTES, "a tensor larger than a frame");
        }
        Shape shape = Shape.of(dims);
        need((long) shape.size() * entryBytes);
        return shape;
    }

    private List<Object> list(int depth) throws WireException {
        require(depth <= Wire.DEPTH, "lists within lists, more than " + Wire.DEPTH);
        int length = length(Wire.LIST, "list");
        List<Object> list = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            list.add(value(depth));
        }
        return list;
    }

    /** A length that is not more than the bytes that are left. */
    private int length(int most, String what) throws WireException {
        int length = need(Integer.BYTES).getInt();
        require(length >= 0 && length <= most && length <= in.remaining(), "a " + what + " of length " + length);
        return length;
    }

    private ByteBuffer need(long bytes) throws WireException {
        require(bytes <= in.remaining(), "a frame that ends too early");
        return in;
    }

    private static void require(boolean right, String actual) throws WireException {
        if (!right) {
            throw new WireException("expected a frame of version 1 but got " + actual + ".");
        }
    }
}
