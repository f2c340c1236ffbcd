package gradus.demo;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.demo.picture.Format;
import gradus.demo.picture.Picture;
import gradus.tensor.Seed;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** What every demo keeps to. It is run once, at the effort that its test asks for; {@code report} is what it found. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class DemoContract {
    private static final double HARDLY_ANY = 0.02;

    private final Demo demo;
    private final double effort;

    protected Report report = new Report();

    protected DemoContract(Demo demo, double effort) {
        this.demo = demo;
        this.effort = effort;
    }

    @BeforeAll
    void run() {
        report = demo.run(new Setup(new Seed(0), effort));
    }

    @Test
    void is_among_all_demos() {
        assertThat(Demos.named(demo.name())).containsInstanceOf(demo.getClass());
    }

    @Test
    void fits_a_terminal() {
        assertThat(report.lines()).isNotEmpty().allMatch(line -> line.length() <= 80, "at most 80 columns");
        assertThat(demo.about().length()).isLessThanOrEqualTo(64);
    }

    @Test
    void draws_well_formed_pictures(@TempDir Path folder) throws Exception {
        assertThat(report.pictures()).isNotEmpty();
        for (Picture picture : report.pictures()) {
            assertThat(picture.name()).startsWith(demo.name());
            Document svg = parsed(picture.write(folder, Format.SVG));
            assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo(picture.width() + "px");
            assertThat(svg.getElementsByTagName("*").getLength()).isGreaterThan(50);
        }
    }

    private static Document parsed(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false); // it is elsewhere
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    @Test
    void the_seed_decides_all() {
        Setup short0 = new Setup(new Seed(0), HARDLY_ANY);
        Setup short1 = new Setup(new Seed(1), HARDLY_ANY);

        List<String> lines = demo.run(short0).lines();
        assertThat(demo.run(short0).lines()).isEqualTo(lines);
        assertThat(demo.run(short1).lines()).isNotEqualTo(lines);
    }
}
