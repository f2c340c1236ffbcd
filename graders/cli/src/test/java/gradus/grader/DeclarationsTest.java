package gradus.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationsTest {

    @Test
    void finds_the_package_and_the_types_at_the_top_level() {
        Declarations declarations = Declarations.of("""
                package gradus . exercises.dense;
                import java.util.List;
                @Deprecated public final class Affine { class Inner {} record Cache(int x) {} }
                record Pair(int a, int b) {}
                enum Side { LEFT }
                @interface Marked {}
                """);

        assertThat(declarations.packageName()).isEqualTo("gradus.exercises.dense");
        assertThat(declarations.types()).containsExactly("Affine", "Pair", "Side", "Marked");
    }

    @Test
    void comments_and_strings_declare_nothing() {
        Declarations declarations = Declarations.of("""
                // package a; class B {}
                /* package c; class D { */
                package gradus.exercises.loss;
                class E { String s = "} class F {"; char c = '}'; String t = \"""
                    } class G \\\""" {\"""; }
                """);

        assertThat(declarations.packageName()).isEqualTo("gradus.exercises.loss");
        assertThat(declarations.types()).containsExactly("E");
    }

    @Test
    void a_text_without_a_package_is_in_the_unnamed_one() {
        assertThat(Declarations.of("class Relu {}")).isEqualTo(new Declarations("", List.of("Relu")));
    }

    @Test
    void long_comments_and_strings_do_not_exhaust_the_stack() {
        String text = "/*" + "x".repeat(500_000) + "*/ class A { String s = \"" + "\\\\".repeat(250_000) + "\"; }";

        assertThat(Declarations.of(text).types()).containsExactly("A");
    }

    @Test
    void what_is_not_java_declares_nothing() {
        assertThat(Declarations.of("\u0000\u0001 def relu(x): return max(0, x)"))
                .isEqualTo(new Declarations("", List.of()));
    }
}
