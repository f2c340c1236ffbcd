package gradus.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One of several equal parts of a list, so that several machines can share the work.
 *
 * @param number which part, from 1
 * @param count how many parts there are
 */
record Shard(int number, int count) {

    static final Shard ALL = new Shard(1, 1);

    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,5})/([1-9]\\d{0,5})");

    /** Every {@code count}-th element, beginning with the {@code number}-th. */
    <T> List<T> of(List<T> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i % count == number - 1)
                .mapToObj(all::get)
                .toList();
    }

    /** Reads {@code 2/4}. */
    static final class Converter implements ITypeConverter<Shard> {

        @Override
        public Shard convert(String text) {
            Matcher matcher = TEXT.matcher(text);
            if (matcher.matches()) {
                Shard shard = new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
                if (shard.number <= shard.count) {
                    return shard;
                }
            }
            throw new TypeConversionException("expected a part such as 1/4 but got '" + text + "'.");
        }
    }
}
