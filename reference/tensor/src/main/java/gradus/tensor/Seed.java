package gradus.tensor;

import java.nio.charset.StandardCharsets;

/**
 * Numbered random numbers: number i depends on the seed and on i alone, and is the same on every JDK and machine.
 *
 * <p>Number i is mix(value + (i + 1) · 0x9E3779B97F4A7C15), the i-th output of SplitMix64. Source: Steele, Lea and Flood (2014), Fast
 * splittable pseudorandom number generators, with the mixing constants of Stafford's variant 13.
 */
public record Seed(long value) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    /** The 64 random bits of number i. */
    public long bits(long i) {
        return mix(value + (i + 1) * GOLDEN_GAMMA);
    }

    /** Number i, uniform on [0, 1): the upper 53 bits, in units of 2⁻⁵³. */
    public double uniform(long i) {
        return (bits(i) >>> 11) * UNIT;
    }

    /** Number i, of mean 0 and variance 1: numbers 2j and 2j + 1 are the pair that Box and Muller (1958) make of two uniform ones. */
    public double normal(long i) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(i & ~1L)));
        double angle = 2 * Math.PI * uniform(i | 1);
        return radius * ((i & 1) == 0 ? StrictMath.cos(angle) : StrictMath.sin(angle));
    }

    /** Whether number i falls below p, decided on integers, so that all backends agree whatever their precision. */
    public boolean below(long i, double p) {
        return (bits(i) >>> 11) < (long) Math.ceil(p * 0x1p53);
    }

    /** The seed that follows this one. */
    public Seed next() {
        return child(-1);
    }

    /** The seed of part i, i ≥ 0; drawn from the numbers of the complement, so that no part repeats a number of the whole. */
    public Seed child(long i) {
        return new Seed(new Seed(~value).bits(i));
    }

    /** The seed of a named part; the name counts by the FNV-1a hash (64 bits) of its UTF-8 bytes. */
    public Seed named(String name) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        }
        return child(hash);
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
