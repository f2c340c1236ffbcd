package gradus.problems.figure;

import gradus.problems.figure.Mark.Box;
import gradus.problems.figure.Mark.Line;
import gradus.problems.figure.Mark.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes a sheet as a picture of TikZ, with nothing beyond its core. A pixel is three quarters of a point. */
final class Tikz {
    private final UnaryOperator<String> escaping;

    private Tikz(UnaryOperator<String> escaping) {
        this.escaping = escaping;
    }

    static String of(Sheet sheet, UnaryOperator<String> escaping) {
        Tikz tikz = new Tikz(escaping);
        return sheet.marks().stream()
                .map(tikz::mark)
                .collect(Collectors.joining(
                        "\n",
                        "\\begin{tikzpicture}[x=0.75pt,y=-0.75pt,font=\\footnotesize]\n",
                        "\n\\end{tikzpicture}"));
    }

    private String mark(Mark mark) {
        if (mark instanceof Line line) {
            return line(line);
        }
        return mark instanceof Box box ? box(box) : words((Words) mark);
    }

    private static String line(Line line) {
        String style = switch (line.style()) {
            case SOLID -> "line width=1.2pt";
            case DASHED -> "line width=1.2pt,dash pattern=on 6pt off 3pt";
            case DOTTED -> "line width=1.2pt,dash pattern=on 1.5pt off 2.2pt";
            case DASH_DOTTED -> "line width=1.2pt,dash pattern=on 7pt off 2pt on 1.5pt off 2pt";
            case THIN -> "line width=0.6pt";
            case FAINT -> "line width=0.6pt,dash pattern=on 0.8pt off 3pt";
        };
        return "\\draw[" + style + (line.arrow() ? ",-latex" : "") + "] " + path(line.points()) + ";";
    }

    private static String path(List<Point> points) {
        return points.stream().map(Tikz::at).collect(Collectors.joining(" -- "));
    }

    private static String box(Box box) {
        return String.format(
                Locale.ROOT,
                "\\filldraw[line width=0.6pt,fill=white,rounded corners=%.2fpt] %s rectangle %s;",
                0.75 * box.radius(),
                at(new Point(box.x(), box.y())),
                at(new Point(box.x() + box.width(), box.y() + box.height())));
    }

    private String words(Words words) {
        String anchor = switch (words.anchor()) {
            case LEFT -> "anchor=west";
            case MIDDLE -> "anchor=center";
            case RIGHT -> "anchor=east";
        };
        return "\\node[" + anchor + ",inner sep=1pt" + (words.backed() ? ",fill=white" : "")
                + (words.upwards() ? ",rotate=90" : "") + "] at " + at(words.at()) + " {"
                + escaping.apply(words.text()) + "};";
    }

    private static String at(Point point) {
        return String.format(Locale.ROOT, "(%.2f,%.2f)", point.x(), point.y());
    }
}
