package gradus.demo.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.Tensor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
    private static final Picture RED = new Picture("red", 10, 20, page -> {
        page.setColor(Color.RED);
        page.fillRect(0, 0, 10, 10);
    });

    @TempDir
    Path folder;

    @Test
    void pixels_are_sharp_and_paper_is_white() throws IOException {
        Path file = RED.write(folder.resolve("new"), Format.PNG);
        BufferedImage image = ImageIO.read(file.toFile());

        assertThat(file).hasFileName("red.png");
        assertThat(image.getWidth()).isEqualTo(20);
        assertThat(image.getHeight()).isEqualTo(40);
        assertThat(new Color(image.getRGB(10, 10))).isEqualTo(Color.RED);
        assertThat(new Color(image.getRGB(10, 30))).isEqualTo(Color.WHITE);
    }

    @Test
    void the_same_picture_is_the_same_file() throws IOException {
        String first = Files.readString(plot().write(folder, Format.SVG));
        String second = Files.readString(plot().write(folder, Format.SVG));

        assertThat(first).isEqualTo(second).contains("viewBox=\"0 0 550 300\"");
    }

    private static Picture plot() {
        return new Plot("Title", "x", "y")
                .logarithmic()
                .line("line", List.of(1.0, 10.0, 100.0))
                .points("points", new double[] {1}, new double[] {5})
                .points("none", new double[0], new double[0])
                .picture("plot", 400, 300);
    }

    @Test
    void nested_lines_are_broad_first_and_then_narrower() throws IOException {
        Plot plot = new Plot("Title", "x", "y").withoutLegend().nested();
        for (String name : List.of("one", "two", "three", "four", "five")) {
            plot.line(name, List.of(1.0, 2.0));
        }

        assertThat(svg(plot))
                .containsSubsequence(
                        "stroke-width:7",
                        "stroke-width:5.3",
                        "stroke-width:3.6",
                        "stroke-width:1.9",
                        "stroke-width:1.8");
    }

    @Test
    void colours_may_be_left_out() throws IOException {
        String blue = "rgb(0,114,178)";
        String orange = "rgb(213,94,0)";

        assertThat(svg(new Plot("Title", "x", "y").line("line", List.of(1.0, 2.0))))
                .contains(blue)
                .doesNotContain(orange);
        assertThat(svg(new Plot("Title", "x", "y").withoutColours(1).line("line", List.of(1.0, 2.0))))
                .contains(orange)
                .doesNotContain(blue);
    }

    private String svg(Plot plot) throws IOException {
        return Files.readString(plot.picture("plot", 400, 300).write(folder, Format.SVG));
    }

    @Test
    void a_legend_below_or_none_leaves_the_width() {
        assertThat(new Plot("Title", "x", "y")
                        .legendBelow()
                        .picture("plot", 400, 300)
                        .width())
                .isEqualTo(400);
        assertThat(new Plot("Title", "x", "y")
                        .withoutLegend()
                        .picture("plot", 400, 300)
                        .width())
                .isEqualTo(400);
    }

    @Test
    void a_grid_needs_a_picture_and_a_column() {
        assertThatThrownBy(() -> Picture.grid("grid", 2, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Picture.grid: expected a picture and a column or more but got 0 pictures and 2 columns.");
        assertThatThrownBy(() -> Picture.grid("grid", 0, List.of(RED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Picture.grid: expected a picture and a column or more but got 1 pictures and 0 columns.");
    }

    @Test
    void a_grid_has_every_picture_in_its_field() throws IOException {
        Picture grid = Picture.grid("grid", 2, List.of(RED, RED, RED));
        BufferedImage image = ImageIO.read(grid.write(folder, Format.PNG).toFile());

        assertThat(List.of(grid.width(), grid.height())).containsExactly(20, 40);
        assertThat(new Color(image.getRGB(30, 10))).isEqualTo(Color.RED);
        assertThat(new Color(image.getRGB(10, 50))).isEqualTo(Color.RED);
        assertThat(new Color(image.getRGB(30, 50))).isEqualTo(Color.WHITE);
    }

    @Test
    void a_mosaic_is_dark_where_the_image_is() throws IOException {
        Tensor images = Tensor.of(new double[][] {{1, 0.5}, {0, 0}}).expand(0);
        Picture mosaic = new Mosaic("M", 10, 0).row("", images).picture("mosaic");
        BufferedImage image = ImageIO.read(mosaic.write(folder, Format.PNG).toFile());

        assertThat(new Color(image.getRGB(10, 2 * 34 + 10))).isEqualTo(Color.BLACK);
        assertThat(new Color(image.getRGB(30, 2 * 34 + 10)).getRed()).isBetween(126, 129);
        assertThat(new Color(image.getRGB(10, 2 * 34 + 30))).isEqualTo(Color.WHITE);
    }

    @Test
    void a_matrix_is_darkest_at_its_greatest_entry() throws IOException {
        Tensor values = Tensor.of(new double[][] {{4, 0}, {0, 2}});
        Picture matrix = new Matrix("M", "to", "from", values).picture("matrix", 274);
        BufferedImage image = ImageIO.read(matrix.write(folder, Format.PNG).toFile());
        int greatest = new Color(image.getRGB(2 * 70, 2 * 70)).getRed();
        int middle = new Color(image.getRGB(2 * 170, 2 * 170)).getRed();
        int zero = new Color(image.getRGB(2 * 170, 2 * 70)).getRed();

        assertThat(List.of(greatest, middle, zero)).containsExactly(0, 127, 255);
    }
}
