package gradus.problems.figure;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** An SVG image, read by an XML parser that knows nothing of figures. */
record Shapes(Element root) {
    static Shapes of(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return new Shapes(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement());
        } catch (Exception e) {
            throw new IllegalStateException(svg, e);
        }
    }

    List<Element> all(String name) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = root.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    List<String> texts() {
        return all("text").stream().map(Element::getTextContent).toList();
    }

    /** The only text that says this. */
    Element text(String content) {
        List<Element> found = all("text").stream()
                .filter(text -> text.getTextContent().equals(content))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(content + " stands " + found.size() + " times");
        }
        return found.get(0);
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** The points of a line. */
    static List<Point> points(Element line) {
        List<Point> points = new ArrayList<>();
        for (String pair : line.getAttribute("points").split(" ", -1)) {
            String[] both = pair.split(",", -1);
            points.add(new Point(Double.parseDouble(both[0]), Double.parseDouble(both[1])));
        }
        return points;
    }
}
