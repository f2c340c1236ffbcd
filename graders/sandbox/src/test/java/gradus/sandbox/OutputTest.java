package gradus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputTest {
    private final Output output = new Output(8);

    private void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.append(bytes, bytes.length);
    }

    @Test
    void little_is_kept_whole() {
        assertThat(output.text()).isEmpty();

        print("abc");
        assertThat(output.text()).isEqualTo("abc");

        print("defgh");
        assertThat(output.text()).isEqualTo("abcdefgh");
    }

    @Test
    void of_much_the_beginning_and_the_end_are_kept() {
        print("abcdefghi");
        assertThat(output.text()).isEqualTo("abcd\n… 1 bytes left out …\nfghi");

        print("jk");
        assertThat(output.text()).isEqualTo("abcd\n… 3 bytes left out …\nhijk");
    }
}
