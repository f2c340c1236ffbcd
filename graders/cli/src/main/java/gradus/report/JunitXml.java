package gradus.report;

import gradus.checks.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code junit.xml} in the schema that Surefire made common; a row is a test case, its marks stand in the properties. */
final class JunitXml implements Report {

    @Override
    public String name() {
        return "junit";
    }

    @Override
    public void submission(Result result, Path folder) throws IOException {
        ResultFile.replace(folder.resolve("junit.xml"), text(result));
    }

    static String text(Result result) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            for (ExerciseResult exercise : result.exercises()) {
                suite(xml, exercise);
            }
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML", e);
        }
        return text + "\n";
    }

    private static void suite(XMLStreamWriter xml, ExerciseResult exercise) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", exercise.id());
        xml.writeAttribute("tests", String.valueOf(exercise.checks().size()));
        xml.writeAttribute("failures", count(exercise, "failure"));
        xml.writeAttribute("errors", count(exercise, "error"));
        xml.writeAttribute("skipped", count(exercise, "skipped"));
        xml.writeStartElement("properties");
        property(xml, "score", Marks.text(exercise.earned()));
        property(xml, "max_score", Marks.text(exercise.possible()));
        xml.writeEndElement();
        for (CheckResult check : exercise.checks()) {
            testCase(xml, exercise, check);
        }
        xml.writeEndElement();
    }

    private static String count(ExerciseResult exercise, String kind) {
        return String.valueOf(exercise.checks().stream()
                .filter(check -> check.status() != Status.PASSED && kind(check).equals(kind))
                .count());
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", value);
    }

    private static void testCase(XMLStreamWriter xml, ExerciseResult exercise, CheckResult check)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", exercise.id());
        xml.writeAttribute("name", check.id());
        if (check.status() != Status.PASSED) {
            xml.writeStartElement(kind(check));
            xml.writeAttribute("message", Plain.line(check.message()));
            if (!kind(check).equals("skipped")) {
                xml.writeAttribute("type", check.status().name().toLowerCase(Locale.ROOT));
            }
            xml.writeCharacters(Gradescope.words(check));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String kind(CheckResult check) {
        return switch (check.status()) {
            case NOT_ATTEMPTED, INFRA -> "skipped";
            case FAILED, WRONG_SHAPE, NOT_FINITE, MUTATED_INPUT, INCONCLUSIVE -> "failure";
            default -> "error";
        };
    }
}
