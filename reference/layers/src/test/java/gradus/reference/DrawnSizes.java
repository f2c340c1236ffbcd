package gradus.reference;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** What {@code @ForAll Primes} and {@code @ForAll Images} draw from; it shrinks towards the first, and never to equal sizes. */
public final class DrawnSizes implements ArbitraryProvider {
    @Override
    public boolean canProvideFor(TypeUsage type) {
        return type.isOfType(Primes.class) || type.isOfType(Images.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
        return Set.of(type.isOfType(Primes.class) ? Arbitraries.of(Primes.all()) : Arbitraries.of(Images.all()));
    }
}
