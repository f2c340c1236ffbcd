package gradus.reference.graph;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class DrawingTest {
    private final Evaluation run = new Evaluation();
    private final Node x = input("x", 1), y = input("y", -3), z = input("z", 4);
    private final Node q = x.plus(y), f = q.times(z);

    private Node input(String name, double value) {
        Node node = Node.input(name);
        run.put(node, value);
        return node;
    }

    @Test
    void the_lecture_graph_as_text() {
        String text =
                Drawing.of(f, run, run.backward(f), Map.of("q", q, "f", f)).text();

        assertThat(text).isEqualTo("""
                           value  gradient
                x              1         4
                y             -3         4
                q = x + y     -2         4
                z              4        -2
                f = q × z     -8         1
                """);
    }

    @Test
    void forward_values_alone_and_names_for_what_has_none() {
        Node w = input("w", 2.0 / 3);
        Node out = w.square().plus(1).reciprocal().maximum(w.negate()).log();

        assertThat(Drawing.of(out, run, Map.of()).text()).isEqualTo("""
                                    value
                w                  0.6667
                v1 = w²            0.4444
                v2 = v1 + 1         1.444
                v3 = 1/v2          0.6923
                v4 = -w           -0.6667
                v5 = max(v3, v4)   0.6923
                v6 = log(v5)      -0.3677
                """);
    }

    @Test
    void tensors_are_shown_as_entries_or_as_their_shape() {
        Node m = Node.input("m"), v = Node.input("v");
        run.put(m, Tensor.ones(2, 3));
        run.put(v, Tensor.of(1, 2.5, 1e9));
        Node sum = m.times(v).sum();

        assertThat(Drawing.of(sum, run, run.backward(sum), Map.of("sum", sum)).text())
                .contains("m                      (2, 3)     (2, 3)")
                .contains("v              [1, 2.5, 1E+9]  [2, 2, 2]")
                .contains("sum = sum(v1)            2E+9          1");
    }

    @Test
    void numbers_that_are_none_are_shown_as_such() {
        Node out = input("a", 0).log();

        assertThat(Drawing.of(out, run, Map.of("out", out)).text()).contains("-Infinity");
    }

    @Test
    void the_picture_has_values_and_messages_on_its_edges() throws Exception {
        Document picture = picture(Drawing.of(f, run, run.backward(f), Map.of("q", q, "f", f)));

        assertThat(texts(picture, "#137333")).containsExactlyInAnyOrder("1", "-3", "-2", "4", "-8");
        assertThat(texts(picture, "#b3261e")).containsExactlyInAnyOrder("4", "4", "4", "-2", "1");
        assertThat(texts(picture, "#111")).containsExactlyInAnyOrder("x", "y", "+", "z", "×");
        assertThat(picture.getElementsByTagName("polyline").getLength()).isEqualTo(5);
    }

    @Test
    void a_node_that_feeds_several_shows_the_sum_of_their_messages() throws Exception {
        Node out = x.times(y).plus(x);

        assertThat(texts(picture(Drawing.of(out, run, run.backward(out), Map.of())), "#b3261e"))
                .contains("-3", "1", "Σ -2");
    }

    @Test
    void without_gradients_there_is_nothing_in_red() throws Exception {
        assertThat(texts(picture(Drawing.of(x.times(x), run, Map.of())), "#b3261e"))
                .isEmpty();
    }

    /** The slope by the exponent is no number here, and nobody asks for it. */
    @Test
    void nothing_flows_back_to_constants() throws Exception {
        Node out = y.power(Node.constant(2)).plus(y.power(Node.constant(2).negate()));
        Drawing drawing = Drawing.of(out, run, run.backward(out), Map.of());

        assertThat(drawing.text()).isEqualTo("""
                               value  gradient
                y                 -3    -5.926
                v1 = y ^ 2         9         1
                v2 = -2           -2
                v3 = y ^ v2   0.1111         1
                v4 = v1 + v3   9.111         1
                """);
        assertThat(texts(picture(drawing), "#b3261e"))
                .containsExactlyInAnyOrder("-6", "0.07407", "1", "1", "1", "Σ -5.926");
        assertThat(drawing.svg())
                .contains("<title>2: 2</title>")
                .contains("<title>v2 = -2: -2</title>")
                .contains("<title>y: -3, gradient -5.926</title>");
    }

    /** A constant that feeds several has no sum below it either. */
    @Test
    void what_is_made_of_constants_has_a_gradient_once_it_has_a_name() throws Exception {
        Node half = Node.constant(0.5), w = half.plus(half);
        Node out = w.times(x);

        assertThat(texts(picture(Drawing.of(out, run, run.backward(out), Map.of())), "#b3261e"))
                .containsExactlyInAnyOrder("1", "1");
        assertThat(texts(picture(Drawing.of(out, run, run.backward(out), Map.of("w", w))), "#b3261e"))
                .containsExactlyInAnyOrder("1", "1", "1");
    }

    @Test
    void the_stable_cross_entropy_is_written_out() {
        Node logits = Node.input("z");
        run.put(logits, Tensor.of(new double[][] {{1000, 0, -1000}, {1, 1, 1}}));
        Node shifted = logits.minus(logits.maxKeep(1));
        Node p = shifted.minus(shifted.exp().sumKeep(1).log()).pick(IntTensor.of(1, 2));
        Node loss = p.mean().negate();

        assertThat(Drawing.of(loss, run, run.backward(loss), Map.of("s", shifted, "p", p, "loss", loss))
                        .text())
                .isEqualTo("""
                                                        value      gradient
                        z                              (2, 3)        (2, 3)
                        v1 = max(z, axis 1)            (2, 1)        (2, 1)
                        s = z - v1                     (2, 3)        (2, 3)
                        v2 = exp(s)                    (2, 3)        (2, 3)
                        v3 = sum(v2, axis 1)           (2, 1)        (2, 1)
                        v4 = log(v3)                   (2, 1)        (2, 1)
                        v5 = s - v4                    (2, 3)        (2, 3)
                        p = pick(v5, [1, 2])  [-1000, -1.099]  [-0.5, -0.5]
                        v6 = mean(p)                   -500.5            -1
                        loss = -v6                      500.5             1
                        """);
    }

    @Test
    void axes_and_labels_are_named() {
        Node m = Node.input("m");
        run.put(m, Tensor.ones(5, 3));

        assertThat(written(m.meanKeep(-1), m)).isEqualTo("v1 = mean(m, axis -1)");
        assertThat(written(m.sumKeep(0, 1), m)).isEqualTo("v1 = sum(m, axes 0 and 1)");
        assertThat(written(m.pick(IntTensor.of(0, 1, 2, 0, 1)), m)).isEqualTo("v1 = pick(m, (5))");
        assertThat(written(m.slice(0, 0, 4).pick(IntTensor.of(0, 1, 2, 0)), m))
                .isEqualTo("v2 = pick(v1, [0, 1, 2, 0])");
        Node few = m.slice(0, 0, 2).reshape(1, 2, 3).pick(IntTensor.of(Shape.of(1, 2), 0, 1));
        assertThat(written(few, m)).isEqualTo("v3 = pick(v2, (1, 2))");
    }

    private String written(Node node, Node of) {
        return Drawing.of(node, run, Map.of("m", of)).equation(node);
    }

    /** Looked at once: circles for operations, boxes for what is given, values above the arrows and messages below. */
    @Test
    void the_picture_is_as_it_was_looked_at() throws IOException {
        Node slope = Node.input("slope");
        run.put(slope, 0.25);
        Node out = f.times(slope).plus(slope);

        String svg = Drawing.of(out, run, run.backward(out), Map.of("q", q, "f", f, "out", out))
                .svg();

        assertThat(svg).isEqualTo(Files.readString(Path.of("src/test/resources/gradus/reference/graph/drawing.svg")));
    }

    @Test
    void numbers_have_four_digits_and_few_entries_are_written_out() {
        Node small = Node.input("small"), large = Node.input("large");
        run.put(small, Tensor.of(1e5, 99999, -1e-5, 0));
        run.put(large, Tensor.of(1, 2, 3, 4, 5));

        String text =
                Drawing.of(Node.concat(0, List.of(small, large)), run, Map.of()).text();

        assertThat(text)
                .contains("small  ")
                .contains("[1E+5, 100000, -0.00001, 0]")
                .contains("(5)")
                .contains("v1 = concat(small, large)");
    }

    @Test
    void the_parts_of_a_picture_do_not_overlap() throws Exception {
        NodeList boxes = picture(Drawing.of(f, run, Map.of())).getElementsByTagName("rect");
        for (int i = 1; i < boxes.getLength(); i++) {
            for (int j = 1; j < i; j++) {
                assertThat(apart(boxes, i, j, "x", "width") || apart(boxes, i, j, "y", "height"))
                        .isTrue();
            }
        }
    }

    @Test
    void stacks_and_constants_say_what_they_are() {
        Node sum = Node.stack(List.of(x, y)).plus(2.5).sum();
        Drawing drawing = Drawing.of(sum, run, Map.of("sum", sum));

        assertThat(drawing.text()).contains("v1 = stack(x, y)").contains("v2 = v1 + 2.5");
        assertThat(drawing.svg()).contains("<title>2.5: 2.5</title>").contains(">stack</text>");
    }

    @Test
    void names_cannot_break_the_picture() throws Exception {
        Node odd = input("<a & \"b\">", 1);

        assertThat(texts(picture(Drawing.of(odd.exp(), run, Map.of())), "#111")).contains("<a & \"b\">");
    }

    private static boolean apart(NodeList boxes, int i, int j, String from, String length) {
        double a = number(boxes, i, from), b = number(boxes, j, from);
        return a + number(boxes, i, length) <= b || b + number(boxes, j, length) <= a;
    }

    private static double number(NodeList boxes, int i, String attribute) {
        return Double.parseDouble(
                boxes.item(i).getAttributes().getNamedItem(attribute).getNodeValue());
    }

    private static List<String> texts(Document picture, String colour) {
        NodeList all = picture.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i).getAttributes().getNamedItem("fill").getNodeValue().equals(colour)) {
                texts.add(all.item(i).getTextContent());
            }
        }
        return texts;
    }

    private static Document picture(Drawing drawing) throws Exception {
        byte[] svg = drawing.svg().getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }
}
