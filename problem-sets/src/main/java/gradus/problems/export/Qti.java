package gradus.problems.export;

import gradus.problems.exam.Item;
import gradus.problems.exam.Paper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** QTI 2.1: an item for each problem, a test that holds them in order, and the manifest of the package. */
final class Qti implements Export {
    static final String NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1";
    private static final String PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1";

    @Override
    public String name() {
        return "qti";
    }

    @Override
    public Bundle of(Paper paper) {
        Map<String, String> files = new LinkedHashMap<>();
        List<Fate> fates = new ArrayList<>();
        Map<String, List<String>> items = new LinkedHashMap<>();
        for (Item item : paper.items()) {
            String file = "item-" + item.number() + ".xml";
            QtiItem written = new QtiItem(paper, item, fates);
            items.put(file, List.copyOf(written.figures().keySet()));
            files.put(file, written.document());
            written.figures().forEach((name, figure) -> files.put(name, figure.svg()));
        }
        files.put("test.xml", test(paper, items.keySet()));
        files.put("imsmanifest.xml", manifest(paper, items));
        return new Bundle(files, fates);
    }

    private static String identifier(Paper paper) {
        return "P" + paper.id();
    }

    private static String test(Paper paper, Set<String> items) {
        Xml xml = new Xml();
        xml.element(
                "assessmentTest",
                () -> xml.element(
                        "testPart",
                        () -> xml.element(
                                "assessmentSection",
                                () -> items.forEach(file -> xml.element(
                                        "assessmentItemRef",
                                        () -> {},
                                        "identifier",
                                        file.replace(".xml", ""),
                                        "href",
                                        file)),
                                "identifier",
                                "section",
                                "title",
                                paper.exam().title(),
                                "visible",
                                "true"),
                        "identifier",
                        "part",
                        "navigationMode",
                        "nonlinear",
                        "submissionMode",
                        "simultaneous"),
                "xmlns",
                NAMESPACE,
                "identifier",
                identifier(paper),
                "title",
                paper.exam().title() + " " + paper.id());
        return xml.document();
    }

    /** An item's resource has the files of its figures, too. */
    private static String manifest(Paper paper, Map<String, List<String>> items) {
        Xml xml = new Xml();
        xml.element(
                "manifest",
                () -> {
                    xml.element("metadata", () -> {
                        xml.text("schema", "QTIv2.1 Package");
                        xml.text("schemaversion", "1.0.0");
                    });
                    xml.element("organizations", () -> {});
                    xml.element("resources", () -> {
                        xml.element(
                                "resource",
                                () -> {
                                    xml.element("file", () -> {}, "href", "test.xml");
                                    items.keySet()
                                            .forEach(item -> xml.element(
                                                    "dependency", () -> {}, "identifierref", item.replace(".xml", "")));
                                },
                                "identifier",
                                "test",
                                "type",
                                "imsqti_test_xmlv2p1",
                                "href",
                                "test.xml");
                        items.forEach((item, figures) -> xml.element(
                                "resource",
                                () -> {
                                    xml.element("file", () -> {}, "href", item);
                                    figures.forEach(figure -> xml.element("file", () -> {}, "href", figure));
                                },
                                "identifier",
                                item.replace(".xml", ""),
                                "type",
                                "imsqti_item_xmlv2p1",
                                "href",
                                item));
                    });
                },
                "xmlns",
                PACKAGE,
                "identifier",
                "M" + paper.id());
        return xml.document();
    }
}
