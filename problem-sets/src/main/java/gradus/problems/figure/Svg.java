package gradus.problems.figure;

import gradus.problems.figure.Mark.Anchor;
import gradus.problems.figure.Mark.Box;
import gradus.problems.figure.Mark.Line;
import gradus.problems.figure.Mark.Style;
import gradus.problems.figure.Mark.Words;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a sheet as SVG, in black and white and without ids, so that many of them may stand in one page. */
final class Svg {
    private static final double TIP = 8, HALF_TIP = 3.5, RISE = 4.5;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    private Svg() throws XMLStreamException {
        out = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    }

    static String of(Sheet sheet, String title, String description) {
        try {
            return new Svg().document(sheet, title, description);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private String document(Sheet sheet, String title, String description) throws XMLStreamException {
        String width = number(Math.ceil(sheet.width())), height = number(Math.ceil(sheet.height()));
        out.writeStartElement("svg");
        out.writeDefaultNamespace("http://www.w3.org/2000/svg");
        attributes("viewBox", "0 0 " + width + " " + height, "width", width, "height", height, "role", "img");
        attributes("font-family", "DejaVu Sans, Verdana, sans-serif", "font-size", number(Sheet.LETTERS));
        if (!title.isEmpty()) {
            element("title", title);
        }
        element("desc", description);
        empty("rect", "width", width, "height", height, "fill", "white");
        for (Mark mark : sheet.marks()) {
            mark(mark);
        }
        out.writeCharacters("\n");
        out.writeEndElement();
        out.writeEndDocument();
        return text + "\n";
    }

    private void mark(Mark mark) throws XMLStreamException {
        if (mark instanceof Line line) {
            line(line);
        } else if (mark instanceof Words words) {
            words(words);
        } else if (mark instanceof Box box) {
            empty(
                    "rect",
                    "x",
                    number(box.x()),
                    "y",
                    number(box.y()),
                    "width",
                    number(box.width()),
                    "height",
                    number(box.height()),
                    "rx",
                    number(box.radius()),
                    "fill",
                    "white",
                    "stroke",
                    "black");
        }
    }

    private void line(Line line) throws XMLStreamException {
        Style style = line.style();
        boolean thin = style == Style.THIN || style == Style.FAINT;
        String dashes = switch (style) {
            case SOLID, THIN -> "none";
            case DASHED -> "8 4";
            case DOTTED -> "2 3";
            case DASH_DOTTED -> "9 3 2 3";
            case FAINT -> "1 4";
        };
        empty(
                "polyline",
                "points",
                points(line.points()),
                "fill",
                "none",
                "stroke",
                "black",
                "stroke-width",
                thin ? "1" : "1.8",
                "stroke-dasharray",
                dashes);
        if (line.arrow()) {
            empty("polygon", "points", points(tip(line.points())));
        }
    }

    /** A triangle at the end of a line. */
    private static List<Point> tip(List<Point> points) {
        Point end = points.get(points.size() - 1), before = points.get(points.size() - 2);
        double length = Math.hypot(end.x() - before.x(), end.y() - before.y());
        double x = (end.x() - before.x()) / length, y = (end.y() - before.y()) / length;
        Point back = new Point(end.x() - TIP * x, end.y() - TIP * y);
        return List.of(
                end,
                new Point(back.x() - HALF_TIP * y, back.y() + HALF_TIP * x),
                new Point(back.x() + HALF_TIP * y, back.y() - HALF_TIP * x));
    }

    private void words(Words words) throws XMLStreamException {
        double x = words.at().x(), y = words.at().y(), width = Sheet.width(words.text()) + 4;
        if (words.backed()) {
            double left = x - width * words.anchor().share;
            empty(
                    "rect",
                    "x",
                    number(left),
                    "y",
                    number(y - Sheet.LINE / 2),
                    "width",
                    number(width),
                    "height",
                    number(Sheet.LINE),
                    "fill",
                    "white");
        }
        out.writeCharacters("\n");
        out.writeStartElement("text");
        attributes("x", number(x), "y", number(y + RISE), "text-anchor", anchor(words.anchor()));
        if (words.upwards()) {
            attributes("transform", "rotate(-90 " + number(x) + " " + number(y) + ")");
        }
        out.writeCharacters(clean(words.text()));
        out.writeEndElement();
    }

    private static String anchor(Anchor anchor) {
        return switch (anchor) {
            case LEFT -> "start";
            case MIDDLE -> "middle";
            case RIGHT -> "end";
        };
    }

    private void element(String name, String content) throws XMLStreamException {
        out.writeCharacters("\n");
        out.writeStartElement(name);
        out.writeCharacters(clean(content));
        out.writeEndElement();
    }

    private void empty(String name, String... pairs) throws XMLStreamException {
        out.writeCharacters("\n");
        out.writeEmptyElement(name);
        attributes(pairs);
    }

    private void attributes(String... pairs) throws XMLStreamException {
        for (int i = 0; i < pairs.length; i += 2) {
            out.writeAttribute(pairs[i], pairs[i + 1]);
        }
    }

    private static String points(List<Point> points) {
        return points.stream()
                .map(point -> number(point.x()) + "," + number(point.y()))
                .collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }

    /** Signs that XML has no room for become spaces. */
    private static String clean(String content) {
        return content.codePoints()
                .map(c ->
                        c == '\n' || c == '\t' || (c >= ' ' && c != 0xfffe && c != 0xffff && (c < 0xd800 || c > 0xdfff))
                                ? c
                                : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
