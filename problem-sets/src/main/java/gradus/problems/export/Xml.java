package gradus.problems.export;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML, indented; everything is escaped, and signs that XML has no room for become spaces. */
final class Xml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;
    private int depth;
    private boolean open;

    private interface Writing {
        void write() throws XMLStreamException;
    }

    Xml() {
        try {
            out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element with attributes, as names and values in turn, and what is inside. */
    Xml element(String name, Runnable inside, String... attributes) {
        write(() -> {
            start(name, attributes);
            depth++;
            open = false;
            inside.run();
            depth--;
            if (open) {
                indent();
            }
            out.writeEndElement();
            open = true;
        });
        return this;
    }

    /** An element with text alone. */
    Xml text(String name, String content, String... attributes) {
        write(() -> {
            start(name, attributes);
            out.writeCharacters(clean(content));
            out.writeEndElement();
            open = true;
        });
        return this;
    }

    /** Text between elements. */
    Xml text(String content) {
        write(() -> out.writeCharacters(clean(content)));
        return this;
    }

    String document() {
        write(() -> {
            out.writeEndDocument();
            out.flush();
        });
        return text + "\n";
    }

    private void start(String name, String... attributes) throws XMLStreamException {
        indent();
        out.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], clean(attributes[i + 1]));
        }
    }

    private void indent() throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String clean(String content) {
        return content.codePoints()
                .map(c -> c == '\n' || c == '\t' || (c >= ' ' && c != 0xfffe && c != 0xffff) ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
