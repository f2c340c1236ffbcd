package gradus.problems.export;

import gradus.problems.figure.Figure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The figures of one question for Moodle: files beside its text, and images in it. */
final class Pictures {
    private final List<Figure> figures = new ArrayList<>();

    /** The image of a figure for the text, or nothing; what it shows is its text for those who do not see it. */
    String html(Optional<Figure> figure) {
        return figure.map(drawn -> {
                    figures.add(drawn);
                    return "\n<p><img src=\"@@PLUGINFILE@@/" + name(figures.size()) + "\" alt=\""
                            + Posed.html(drawn.description()) + "\">"
                            + (drawn.caption().isEmpty() ? "" : "<br>" + Posed.html(drawn.caption())) + "</p>";
                })
                .orElse("");
    }

    private static String name(int number) {
        return "figure-" + number + ".svg";
    }

    /** The files, to stand behind the text that shows them. */
    void write(Xml xml) {
        for (int i = 0; i < figures.size(); i++) {
            byte[] svg = figures.get(i).svg().getBytes(StandardCharsets.UTF_8);
            xml.text(
                    "file",
                    Base64.getEncoder().encodeToString(svg),
                    "name",
                    name(i + 1),
                    "path",
                    "/",
                    "encoding",
                    "base64");
        }
    }
}
