package gradus.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.Backend;
import org.junit.jupiter.api.Test;

class VectorProviderTest {
    @Test
    void the_backend_is_found_by_its_name() {
        assertThat(Backend.names()).containsExactly("plain", "vector");
        assertThat(Backend.named("vector", 2)).isInstanceOf(VectorBackend.class);
        assertThat(Backend.named("plain", 1)).isSameAs(Backend.plain());
    }

    @Test
    void without_its_module_it_says_how_to_start_the_jvm() {
        assertThatThrownBy(() -> VectorProvider.requireModule(ModuleLayer.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Backend vector: the module jdk.incubator.vector is missing."
                        + " Start the JVM with --add-modules jdk.incubator.vector.");
    }

    @Test
    void unknown_names_and_no_threads_are_refused() {
        assertThatThrownBy(() -> Backend.named("vektor", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Backend.named: expected one of [plain, vector] but got \"vektor\".");
        assertThatThrownBy(() -> Backend.named("vector", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Workers: threads: expected at least 1 but got 0.");
    }
}
