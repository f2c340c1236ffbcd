package gradus.sandbox;

import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes a frame. Shapes and windows go as lists, seeds as whole numbers, enums as their names: the receiver's signature converts back. */
final class Encoder {
    private ByteBuffer out = ByteBuffer.allocate(256);

    private Encoder() {}

    static ByteBuffer encode(Frame frame) throws WireException {
        Encoder encoder = new Encoder();
        encoder.room(Integer.BYTES + Wire.HEADER)
                .putInt(0)
                .put((byte) frame.kind().code())
                .putInt(frame.id());
        for (Object value : frame.body()) {
            encoder.value(value, 0);
        }
        encoder.out.putInt(0, encoder.out.position() - Integer.BYTES);
        return encoder.out.flip();
    }

    private void value(Object value, int depth) throws WireException {
        if (value instanceof Tensor tensor) {
            dims(Tag.TENSOR, tensor.shape());
            room((long) tensor.size() * Double.BYTES).asDoubleBuffer().put(tensor.toArray());
            out.position(out.position() + tensor.size() * Double.BYTES);
        } else if (value instanceof IntTensor integers) {
            dims(Tag.INTEGERS, integers.shape());
            room((long) integers.size() * Integer.BYTES).asIntBuffer().put(integers.toArray());
            out.position(out.position() + integers.size() * Integer.BYTES);
        } else if (value instanceof Double number) {
            room(9).put(Tag.FLOAT64).putLong(Double.doubleToRawLongBits(number));
        } else if (value instanceof Handle handle) {
            room(5).put(handle.own() ? Tag.SENDERS : Tag.RECEIVERS).putInt(handle.number());
        } else if (value instanceof List<?> list) {
            list(list, depth);
        } else {
            small(value, depth);
        }
    }

    private void small(Object value, int depth) throws WireException {
        if (value instanceof Long || value instanceof Integer) {
            room(9).put(Tag.INT64).putLong(((Number) value).longValue());
        } else if (value instanceof Seed seed) {
            room(9).put(Tag.INT64).putLong(seed.value());
        } else if (value instanceof Boolean truth) {
            room(2).put(Tag.BOOLEAN).put((byte) bit(truth));
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Enum<?> constant) {
            text(constant.name());
        } else if (value instanceof Shape shape) {
            list(Arrays.stream(shape.toArray()).boxed().toList(), depth);
        } else if (value instanceof Window w) {
            list(
                    List.of(
                            w.height(),
                            w.width(),
                            w.stride(),
                            w.padding(),
                            w.dilation(),
                            bit(w.flip()),
                            bit(w.strict())),
                    depth);
        } else if (value instanceof Optional<?> optional && optional.isEmpty()) {
            room(1).put(Tag.NONE);
        } else if (value instanceof Optional<?> optional) {
            value(optional.orElseThrow(), depth);
        } else {
            throw new WireException(
                    "expected a value of the wire but got " + value.getClass().getSimpleName() + ".");
        }
    }

    private static int bit(boolean truth) {
        return truth ? 1 : 0;
    }

    private void text(String text) throws WireException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        require("a text of", bytes.length, Wire.TEXT_BYTES);
        room(5 + bytes.length).put(Tag.TEXT).putInt(bytes.length).put(bytes);
    }

    private void list(List<?> list, int depth) throws WireException {
        require("a list of", list.size(), Wire.LIST);
        require("lists within lists,", depth + 1, Wire.DEPTH);
        room(5).put(Tag.LIST).putInt(list.size());
        for (Object entry : list) {
            value(entry, depth + 1);
        }
    }

    private void dims(byte tag, Shape shape) throws WireException {
        require("a tensor of rank", shape.rank(), Wire.RANK);
        ByteBuffer room = room(2 + shape.rank() * Integer.BYTES).put(tag).put((byte) shape.rank());
        for (int length : shape.toArray()) {
            room.putInt(length);
        }
    }

    private static void require(String what, int actual, int most) throws WireException {
        if (actual > most) {
            throw new WireException("expected " + what + " at most " + most + " but got " + actual + ".");
        }
    }

    /** The buffer, with room for so many more bytes. */
    private ByteBuffer room(long bytes) throws WireException {
        long needed = out.position() + bytes;
        if (needed > Wire.FRAME_BYTES) {
            throw new WireException(
                    "expected a frame of at most " + Wire.FRAME_BYTES + " bytes but got " + needed + " or more.");
        }
        if (needed > out.capacity()) {
            out = ByteBuffer.allocate((int) Math.min(Wire.FRAME_BYTES, Math.max(needed, 2L * out.capacity())))
                    .put(out.flip());
        }
        return out;
    }
}
