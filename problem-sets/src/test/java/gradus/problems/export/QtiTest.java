package gradus.problems.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.problems.Problem;
import gradus.problems.ProblemBank;
import gradus.problems.exam.Item;
import gradus.problems.exam.Paper;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class QtiTest {
    private static Map<String, String> files(Paper paper) {
        return new Qti().of(paper).files();
    }

    private static QtiReader item(Paper paper, Item item) {
        return new QtiReader(Objects.requireNonNull(files(paper).get("item-" + item.number() + ".xml")));
    }

    private static QtiReader item(String id) {
        Paper paper = Papers.paper(List.of(ProblemBank.find(id).orElseThrow()));
        return item(paper, paper.items().get(0));
    }

    /** The schema is ours: the part of QTI 2.1 that is used, written down from its specification. */
    private static Schema schema() throws Exception {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(QtiTest.class.getResource("qti-used.xsd"));
    }

    @Test
    void items_and_the_test_have_the_form_of_the_specification() throws Exception {
        for (Paper paper : List.of(Papers.ALL, Papers.KINDS)) {
            for (Map.Entry<String, String> file : files(paper).entrySet()) {
                if (!file.getKey().equals("imsmanifest.xml") && !file.getKey().endsWith(".svg")) {
                    schema().newValidator().validate(new StreamSource(new StringReader(file.getValue())));
                }
            }
        }
    }

    @Test
    void the_manifest_lists_every_file() {
        Map<String, String> files = files(Papers.ALL);
        Element resources = XmlReader.child(
                        XmlReader.root(Objects.requireNonNull(files.get("imsmanifest.xml"))), "resources")
                .orElseThrow();

        assertThat(XmlReader.children(resources).stream()
                        .flatMap(resource -> XmlReader.children(resource, "file").stream())
                        .map(file -> file.getAttribute("href")))
                .containsExactlyInAnyOrderElementsOf(files.keySet().stream()
                        .filter(name -> !name.equals("imsmanifest.xml"))
                        .toList());
        assertThat(XmlReader.children(resources).stream().map(resource -> resource.getAttribute("href")))
                .containsExactlyInAnyOrderElementsOf(files.keySet().stream()
                        .filter(name -> !name.equals("imsmanifest.xml") && !name.endsWith(".svg"))
                        .toList());
    }

    @Test
    void a_figure_is_an_object_before_its_questions_and_a_file_of_the_package() {
        Problem problem = ProblemBank.find("2021ws-7").orElseThrow();
        Map<String, String> files = files(Papers.paper(List.of(problem)));
        Element body = XmlReader.child(XmlReader.root(Objects.requireNonNull(files.get("item-1.xml"))), "itemBody")
                .orElseThrow();

        List<Element> objects = XmlReader.children(body, "p").stream()
                .flatMap(paragraph -> XmlReader.children(paragraph, "object").stream())
                .toList();
        assertThat(objects).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(objects.get(i).getAttribute("type")).isEqualTo("image/svg+xml");
            assertThat(objects.get(i).getTextContent())
                    .isEqualTo(problem.figures().get(i).description());
            assertThat(files.get(objects.get(i).getAttribute("data")))
                    .isEqualTo(problem.figures().get(i).svg());
        }
        String item = Objects.requireNonNull(files.get("item-1.xml"));
        assertThat(item.indexOf("figure-1-1.svg"))
                .isBetween(item.indexOf("curves of Erika"), item.indexOf("curves of Max"));
    }

    @Test
    void a_right_sheet_earns_all_that_is_not_marked_by_hand() {
        for (Paper paper : List.of(Papers.ALL, Papers.KINDS)) {
            Map<String, String> files = files(paper);
            for (Item item : paper.items()) {
                QtiReader read = new QtiReader(Objects.requireNonNull(files.get("item-" + item.number() + ".xml")));
                double byHand = item.problem().questions().stream()
                        .filter(question -> Tasks.of(item.problem(), question) instanceof Task.Essay)
                        .mapToDouble(question -> item.points(question.credits()))
                        .sum();
                assertThat(read.score(read.right()))
                        .as(item.reference().text())
                        .isCloseTo(item.points() - byHand, within(1e-9));
            }
        }
    }

    @Test
    void every_numeric_key_in_the_file_is_the_problems() {
        int compared = 0;
        Map<String, String> files = files(Papers.ALL);
        for (Item item : Papers.ALL.items()) {
            List<Double> keys = new ArrayList<>();
            new QtiReader(Objects.requireNonNull(files.get("item-" + item.number() + ".xml")))
                    .declarations().values().stream()
                            .filter(declaration ->
                                    declaration.getAttribute("baseType").equals("float"))
                            .forEach(declaration -> keys.add(
                                    Double.parseDouble(XmlReader.text(declaration, "correctResponse", "value"))));
            assertThat(keys).as(item.reference().text()).isEqualTo(Expected.numbers(item.problem()));
            compared += keys.size();
        }
        assertThat(compared).isGreaterThan(200);
    }

    @Test
    void a_choice_is_all_or_nothing() {
        QtiReader kinds = item(Papers.KINDS, Papers.KINDS.items().get(0));
        Map<String, List<String>> sheet = new LinkedHashMap<>();
        String id = kinds.declarations().values().stream()
                .filter(declaration -> declaration.getAttribute("cardinality").equals("multiple")
                        && declaration.getAttribute("baseType").equals("identifier"))
                .map(declaration -> declaration.getAttribute("identifier"))
                .findFirst()
                .orElseThrow();

        sheet.put(id, List.of("O1", "O3"));
        assertThat(kinds.score(sheet)).isEqualTo(4);
        sheet.put(id, List.of("O3", "O1", "O4"));
        assertThat(kinds.score(sheet)).as("d does not count").isEqualTo(4);
        sheet.put(id, List.of("O1"));
        assertThat(kinds.score(sheet)).as("accepted, too").isEqualTo(4);
        sheet.put(id, List.of("O1", "O2", "O3"));
        assertThat(kinds.score(sheet)).isZero();
    }

    @Test
    void a_matrix_counts_as_a_whole() {
        QtiReader item = item("md-4.2");
        Map<String, List<String>> sheet = new LinkedHashMap<>(item.right());
        double all = item.score(sheet);
        Iterator<String> ids = item.right().keySet().iterator();
        ids.next(); // the loss
        sheet.put(ids.next(), List.of("99"));

        assertThat(item.score(sheet)).isEqualTo(all - 2);
    }

    @Test
    void a_rounding_counts_and_a_near_miss_does_not() {
        QtiReader item = item("L7-xavier");
        List<String> ids = List.copyOf(item.declarations().keySet());

        assertThat(item.score(Map.of(ids.get(1), List.of("0.0775")))).isEqualTo(4);
        assertThat(item.score(Map.of(ids.get(1), List.of("0.0770")))).isZero();
    }

    @Test
    void every_answer_has_a_fate() {
        for (Paper paper : List.of(Papers.ALL, Papers.KINDS)) {
            assertThat(new Qti().of(paper).fates().stream().map(fate -> fate.problem() + fate.answer()))
                    .containsExactlyInAnyOrderElementsOf(Expected.fates(paper));
        }
    }

    @Test
    void the_points_for_a_text_stand_there_for_the_scorer() {
        Problem rubric = ProblemBank.find("2022ss-2").orElseThrow();
        String xml = files(Papers.paper(List.of(rubric))).get("item-1.xml");

        assertThat(xml).contains("rubricBlock view=\"scorer\"").contains("less memory, or a cheaper and faster step");
    }
}
