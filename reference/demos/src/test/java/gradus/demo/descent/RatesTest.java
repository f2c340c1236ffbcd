package gradus.demo.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Point2D;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RatesTest {
    @Test
    void what_diverges_is_shown_step_by_step_until_it_leaves() {
        List<Double> values = Stream.iterate(75.0, f -> 2 * f).limit(100).toList();

        assertThat(Rates.shown(values))
                .containsExactly(point(0, 75), point(1, 150), point(2, 300), point(3, 600), point(4, 1000));
    }

    @Test
    void what_stays_is_shown_by_its_start_and_means() {
        List<Double> values = Stream.concat(
                        Stream.of(75.0), Stream.concat(copies(49, 25), Stream.concat(copies(50, 4), copies(30, 9))))
                .toList();

        assertThat(Rates.shown(values)).containsExactly(point(0, 75), point(25, 26), point(75, 4));
    }

    private static Stream<Double> copies(int count, double value) {
        return Collections.nCopies(count, value).stream();
    }

    private static Point2D point(double x, double y) {
        return new Point2D.Double(x, y);
    }
}
