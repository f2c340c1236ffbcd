package gradus.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemosTest {

    @Test
    void all_have_names_of_their_own() {
        assertThat(Demos.all())
                .extracting(Demo::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+"))
                .containsExactlyInAnyOrder(
                        "xor",
                        "circle",
                        "identity",
                        "random",
                        "optimizers",
                        "depth",
                        "initialisation",
                        "digits",
                        "autoencoder",
                        "vae",
                        "gan",
                        "characters",
                        "transformer");
    }

    @Test
    void an_unknown_name_is_nobody() {
        assertThat(Demos.named("circel")).isEmpty();
    }
}
