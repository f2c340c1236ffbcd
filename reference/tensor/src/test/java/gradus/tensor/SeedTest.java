package gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SeedTest {
    /** Source: the outputs for seed 1234567 that rosettacode.org lists under "Pseudo-random numbers/Splitmix64". */
    @Test
    void numbers_are_the_published_outputs_of_splitmix64() {
        Seed seed = new Seed(1234567);

        assertThat(LongStream.range(0, 5).map(seed::bits).mapToObj(Long::toUnsignedString))
                .containsExactly(
                        "6457827717110365317",
                        "3203168211198807973",
                        "9817491932198370423",
                        "4593380528125082431",
                        "16408922859458223821");
    }

    @Property(seed = "2026")
    void numbers_are_those_of_the_jdks_own_splitmix64(@ForAll long value) {
        SplittableRandom random = new SplittableRandom(value);
        Seed seed = new Seed(value);

        assertThat(LongStream.range(0, 20).map(seed::bits))
                .containsExactly(random.longs(20).boxed().toArray(Long[]::new));
    }

    @Property(seed = "2026")
    void uniform_numbers_take_the_upper_53_bits(@ForAll long value) {
        Seed seed = new Seed(value);

        assertThat(seed.uniform(3))
                .isEqualTo((seed.bits(3) >>> 11) / 9007199254740992.0)
                .isBetween(0.0, 1.0);
    }

    /** The hash pins every bit, so that all JDKs and machines draw the same. */
    @Test
    void normal_numbers_are_the_same_everywhere() {
        Seed seed = new Seed(42);
        long hash = 0;
        for (int i = 0; i < 200_000; i++) {
            hash = 31 * hash + Double.doubleToRawLongBits(seed.normal(i));
        }

        assertThat(hash).isEqualTo(-6689477877682172976L);
    }

    @Test
    void normal_numbers_have_mean_0_and_variance_1() {
        Tensor x = Tensor.normal(Shape.of(100_000), new Seed(1));

        assertThat(x.mean()).isCloseTo(0, within(0.01));
        assertThat(x.square().mean()).isCloseTo(1, within(0.02));
    }

    @Property(seed = "2026")
    void a_bernoulli_mask_is_what_uniform_numbers_say(
            @ForAll long value, @ForAll @DoubleRange(min = 0, max = 1) double p) {
        Seed seed = new Seed(value);
        Shape shape = Shape.of(31);

        assertThat(Tensor.bernoulli(shape, p, seed).toArray())
                .containsExactly(Tensor.uniform(shape, seed).less(p).toArray());
    }

    @Property(seed = "2026")
    void tensors_hold_the_numbers_of_the_seed_in_order(@ForAll long value) {
        Seed seed = new Seed(value);

        assertThat(Tensor.uniform(Shape.of(2, 3), seed).get(1, 2)).isEqualTo(seed.uniform(5));
        assertThat(Tensor.normal(Shape.of(2, 3), seed).get(1, 2)).isEqualTo(seed.normal(5));
    }

    @Test
    void descendants_are_all_different() {
        Seed seed = new Seed(5);

        assertThat(LongStream.of(
                        seed.value(),
                        seed.next().value(),
                        seed.child(0).value(),
                        seed.child(1).value(),
                        seed.next().next().value(),
                        seed.named("w").value(),
                        seed.named("b").value(),
                        seed.bits(0),
                        seed.bits(1)))
                .doesNotHaveDuplicates();
    }

    /** The FNV-1a hashes of "" and "a" are published with the algorithm: 0xcbf29ce484222325 and 0xaf63dc4c8601ec8c. */
    @Test
    void names_count_by_their_fnv1a_hash() {
        Seed seed = new Seed(5);

        assertThat(seed.named("")).isEqualTo(seed.child(0xCBF29CE484222325L));
        assertThat(seed.named("a")).isEqualTo(seed.child(0xAF63DC4C8601EC8CL));
        assertThat(seed.named("größe")).isNotEqualTo(seed.named("grösse"));
    }
}
