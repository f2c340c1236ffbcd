package gradus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.IntTensor;
import gradus.tensor.Mode;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WireTest {
    @Test
    void every_kind_of_value_comes_back() throws IOException {
        List<Object> values = List.of(
                Optional.empty(),
                true,
                false,
                Long.MIN_VALUE,
                -0.0,
                "α and 𝛽",
                IntTensor.of(Shape.of(2, 2), 1, -2, 3, Integer.MAX_VALUE),
                List.of(1L, List.of("two", List.of()), 3.0));

        assertThat(carried(values)).isEqualTo(values);
    }

    @Test
    void tensors_come_back_bit_for_bit() throws IOException {
        double oddNaN = Double.longBitsToDouble(0x7ff8000000000123L);
        Tensor sent =
                Tensor.of(Shape.of(2, 1, 3), oddNaN, -0.0, Double.MIN_VALUE, Double.NEGATIVE_INFINITY, 1e300, 0.1);

        Tensor received = (Tensor) carried(List.of(sent)).get(0);

        assertThat(received.shape()).isEqualTo(sent.shape());
        assertThat(bits(received)).isEqualTo(bits(sent));
    }

    private static List<Long> bits(Tensor tensor) {
        List<Long> bits = new ArrayList<>();
        for (double value : tensor.toArray()) {
            bits.add(Double.doubleToRawLongBits(value));
        }
        return bits;
    }

    @Test
    void scalars_and_empty_tensors_come_back() throws IOException {
        List<Object> received = carried(List.of(Tensor.full(Shape.of(), 7), Tensor.zeros(3, 0, 2)));

        assertThat(((Tensor) received.get(0)).toArray()).containsExactly(7);
        assertThat(((Tensor) received.get(1)).shape()).isEqualTo(Shape.of(3, 0, 2));
    }

    @Test
    void an_object_changes_sides() throws IOException {
        List<Object> received = carried(List.of(new Handle(3, true), new Handle(4, false)));

        assertThat(received).containsExactly(new Handle(3, false), new Handle(4, true));
    }

    @Test
    void what_a_signature_converts_travels_as_something_simpler() throws IOException {
        List<Object> received = carried(
                List.of(new Seed(42), Mode.EVAL, Shape.of(5, 7), Window.of(3, 2).stride(2), 7, Optional.of("here")));

        assertThat(received)
                .containsExactly(42L, "EVAL", List.of(5L, 7L), List.of(3L, 2L, 2L, 0L, 1L, 0L, 0L), 7L, "here");
    }

    @Test
    void a_window_travels_with_its_choices() throws IOException {
        List<Object> received = carried(List.of(
                new Window(3, 2, 5, 4, 7, true, false),
                Window.of(3).flip(true),
                Window.of(3).strict(true)));

        assertThat(received)
                .containsExactly(
                        List.of(3L, 2L, 5L, 4L, 7L, 1L, 0L),
                        List.of(3L, 3L, 1L, 0L, 1L, 1L, 0L),
                        List.of(3L, 3L, 1L, 0L, 1L, 0L, 1L));
    }

    @Test
    void the_bytes_are_pinned() throws IOException {
        byte[] bytes = bytes(new Frame(Kind.CALL, 258, List.of(new Handle(1, false), "f", Tensor.of(1.0))));

        assertThat(bytes)
                .containsExactly(
                        0, 0, 0, 30, 3, 0, 0, 1, 2, 9, 0, 0, 0, 1, 4, 0, 0, 0, 1, 'f', 5, 1, 0, 0, 0, 1, 0x3f, 0xf0, 0,
                        0, 0, 0, 0, 0);
    }

    @Test
    void several_frames_follow_each_other() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Wire.write(out, Frame.ok(1, "one"));
        Wire.write(out, Frame.ok(2));
        ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());

        assertThat(Wire.read(in)).isEqualTo(Frame.ok(1, "one"));
        assertThat(Wire.read(in)).isEqualTo(Frame.ok(2));
        assertThatThrownBy(() -> Wire.read(in)).isInstanceOf(EOFException.class);
    }

    @Test
    void a_length_is_not_believed() {
        assertRefused(frame(Wire.FRAME_BYTES + 1), "67108865");
        assertRefused(frame(-1), "-1");
        assertRefused(frame(4), "got 4");
        assertThatThrownBy(() -> read(frame(Wire.FRAME_BYTES, 3, 0, 0, 0, 1))).isInstanceOf(EOFException.class);
    }

    @Test
    void a_frame_must_be_used_up_and_no_more() {
        assertRefused(frame(7, 7, 0, 0, 0, 1, Tag.BOOLEAN, 2), "neither 0 nor 1");
        assertRefused(frame(6, 7, 0, 0, 0, 1, Tag.INT64), "ends too early");
        assertRefused(frame(6, 7, 0, 0, 0, 1, 10), "tag");
        assertRefused(frame(5, 9, 0, 0, 0, 1), "kind");
    }

    @Test
    void a_tensor_claims_no_more_than_the_frame_holds() {
        assertRefused(frame(11, 7, 0, 0, 0, 1, Tag.TENSOR, 1, 0, 1, 0, 0), "ends too early");
        assertRefused(frame(11, 7, 0, 0, 0, 1, Tag.TENSOR, 1, -1, -1, -1, -1), "larger");
        assertRefused(frame(7, 7, 0, 0, 0, 1, Tag.TENSOR, 9), "rank of 9");
        assertRefused(frame(15, 7, 0, 0, 0, 1, Tag.TENSOR, 2, 127, -1, -1, -1, 0, 0, 0, 0), "larger");
    }

    @Test
    void lists_and_texts_claim_no_more_than_the_frame_holds() {
        assertRefused(frame(10, 7, 0, 0, 0, 1, Tag.LIST, 0, 0, 0, 1), "list of length 1");
        assertRefused(frame(10, 7, 0, 0, 0, 1, Tag.TEXT, 0, 1, 0, 1), "text of length 65537");
    }

    @Test
    void what_does_not_fit_is_not_sent() {
        Object deep = List.of();
        for (int depth = 0; depth < Wire.DEPTH; depth++) {
            deep = List.of(deep);
        }
        List<Object> tooMuch = List.of(
                "x".repeat(Wire.TEXT_BYTES + 1),
                Collections.nCopies(Wire.LIST + 1, 1L),
                deep,
                Tensor.zeros(1, 1, 1, 1, 1, 1, 1, 1, 1),
                Tensor.zeros(Wire.FRAME_BYTES / 8),
                new Object());

        for (Object value : tooMuch) {
            assertThatThrownBy(() -> bytes(Frame.ok(1, value))).isInstanceOf(WireException.class);
        }
    }

    @Test
    void the_largest_of_everything_fits() throws IOException {
        Object deep = List.of();
        for (int depth = 1; depth < Wire.DEPTH; depth++) {
            deep = List.of(deep);
        }
        List<Object> values = List.of("x".repeat(Wire.TEXT_BYTES), Collections.nCopies(Wire.LIST, 1L), deep);

        assertThat(carried(values)).isEqualTo(values);
    }

    @Test
    void a_frame_of_nothing_but_nones_stays_small_in_memory() {
        byte[] nones = new byte[4 + Wire.HEADER + Wire.VALUES + 1];
        ByteBuffer.wrap(nones).putInt(nones.length - 4).put((byte) 7);

        assertRefused(nones, "too many values");
    }

    @Test
    void random_frames_are_refused_or_read() throws IOException {
        SplittableRandom random = new SplittableRandom(42);
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] junk = new byte[4 + Wire.HEADER + random.nextInt(40)];
            for (int at = 0; at < junk.length; at++) {
                junk[at] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : random.nextInt(10));
            }
            ByteBuffer.wrap(junk).putInt(junk.length - 4).put((byte) (1 + random.nextInt(8)));
            read += isRead(junk);
        }
        assertThat(read).isPositive();
    }

    @Test
    void mutated_frames_are_refused_or_read() throws IOException {
        SplittableRandom random = new SplittableRandom(43);
        byte[] good = bytes(Frame.ok(
                1, "forward", List.of(Tensor.of(1, 2), IntTensor.of(3), List.of(true, 0.5)), new Handle(1, true)));
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] bad = good.clone();
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                bad[random.nextInt(4, bad.length)] = (byte) random.nextInt(256);
            }
            read += isRead(bad);
        }
        assertThat(read).isPositive();
    }

    /** 1 if the bytes are a frame, 0 if they are refused; any other exception fails the test. */
    private static int isRead(byte[] bytes) throws IOException {
        try {
            read(bytes);
            return 1;
        } catch (WireException refused) {
            return 0;
        }
    }

    private static byte[] frame(int length, int... rest) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + rest.length).putInt(length);
        for (int b : rest) {
            bytes.put((byte) b);
        }
        return bytes.array();
    }

    private static void assertRefused(byte[] bytes, String because) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(WireException.class).hasMessageContaining(because);
    }

    private static Frame read(byte[] bytes) throws IOException {
        return Wire.read(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(Frame frame) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Wire.write(out, frame);
        return out.toByteArray();
    }

    private static List<Object> carried(List<Object> values) throws IOException {
        return read(bytes(new Frame(Kind.OK, 1, values))).body();
    }
}
