package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ShardTest {

    @Test
    void the_parts_share_the_whole_without_overlap() {
        List<String> all = List.of("a", "b", "c", "d", "e");

        assertThat(new Shard.Converter().convert("1/2").of(all)).containsExactly("a", "c", "e");
        assertThat(new Shard.Converter().convert("2/2").of(all)).containsExactly("b", "d");
        assertThat(new Shard.Converter().convert("7/9").of(all)).isEmpty();
        assertThat(Shard.ALL.of(all)).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0/2", "3/2", "-1/2", "1/0", "a/b", "1/99999999999"})
    void other_texts_are_refused(String text) {
        assertThatThrownBy(() -> new Shard.Converter().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("expected a part such as 1/4 but got '" + text + "'.");
    }
}
