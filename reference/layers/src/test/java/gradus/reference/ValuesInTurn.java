package gradus.reference;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** What {@code @ForAll Values} draws from: one kind after the other, over and over, because chance leaves kinds out of a few dozen tries. */
public final class ValuesInTurn implements ArbitraryProvider {
    @Override
    public boolean canProvideFor(TypeUsage type) {
        return type.isOfType(Values.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
        return Set.of(new Kinds());
    }

    /** Before jqwik's own for enums, which would be mixed in. */
    @Override
    public int priority() {
        return 1;
    }

    private static final class Kinds implements Arbitrary<Values> {
        /** A property begins with the first kind. */
        @Override
        public RandomGenerator<Values> generator(int tries) {
            Iterator<Values> kinds = Stream.generate(() -> List.of(Values.values()))
                    .flatMap(List::stream)
                    .iterator();
            return chance -> Shrinkable.unshrinkable(kinds.next());
        }

        /** None, for they would come out of turn. */
        @Override
        public EdgeCases<Values> edgeCases(int most) {
            return EdgeCases.none();
        }
    }
}
