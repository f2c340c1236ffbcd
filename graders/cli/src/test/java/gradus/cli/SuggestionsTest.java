package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private static final List<String> KNOWN = List.of("csv", "github", "gradescope");

    @Test
    void a_near_name_is_suggested() {
        assertThat(Suggestions.nearest("Githab", KNOWN)).contains("github");
        assertThat(Suggestions.nearest("csw", KNOWN)).contains("csv");
    }

    @Test
    void a_name_that_shares_less_than_half_of_the_letters_is_not() {
        assertThat(Suggestions.nearest("foo", KNOWN)).isEmpty();
        assertThat(Suggestions.nearest("", KNOWN)).isEmpty();
    }

    @Test
    void more_than_four_changes_are_too_many() {
        assertThat(Suggestions.nearest("grandioscape", KNOWN)).contains("gradescope");
        assertThat(Suggestions.nearest("grandiosecapes", KNOWN)).isEmpty();
    }

    @Test
    void where_nothing_is_near_the_list_is() {
        assertThat(Suggestions.noExercise("dense/afine"))
                .isEqualTo("there is no exercise 'dense/afine'. Did you mean dense/affine?");
        assertThat(Suggestions.noExercise("pooling"))
                .isEqualTo("there is no exercise 'pooling'. 'gradus exercises list' names them all.");
    }
}
