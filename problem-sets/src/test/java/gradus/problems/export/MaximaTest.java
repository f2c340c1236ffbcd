package gradus.problems.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import gradus.problems.exam.Paper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** The response trees of every question, run by Maxima itself: it comes to the same branches as the reader that the other tests use. */
class MaximaTest {
    private static final String MARK = "GRADUS";

    @TempDir
    private Path folder;

    @Test
    void maxima_takes_the_same_branches() throws IOException, InterruptedException {
        assumeThat(installed()).as("Maxima is installed with its share files").isTrue();
        StringBuilder script = new StringBuilder("display2d:false$\n");
        List<String> expected = new ArrayList<>();
        for (Paper paper : List.of(Papers.ALL, Papers.KINDS)) {
            for (StackSheet sheet : StackSheet.of(
                    Objects.requireNonNull(new Stack().of(paper).files().get("stack.xml")))) {
                for (Map<String, Object> answers : List.of(sheet.right(), wrong(sheet), Map.<String, Object>of())) {
                    append(sheet, answers, script, expected);
                }
            }
        }

        assertThat(expected).hasSizeGreaterThan(2000);
        assertThat(run(script.toString())).containsExactlyElementsOf(expected);
    }

    private boolean installed() throws IOException, InterruptedException {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "maxima")))
                && run("printf(true,\"" + MARK + " ~a~%\",sdowncase(\"YES\"))$").equals(List.of("yes"));
    }

    /** A sheet with one wrong number, the first one; what stands after it is the key's. */
    private static Map<String, Object> wrong(StackSheet sheet) {
        Map<String, Object> answers = new LinkedHashMap<>(sheet.right());
        for (Map.Entry<String, Object> answer : answers.entrySet()) {
            if (answer.getValue() instanceof Double number) {
                answer.setValue(1.37 * number + 0.1234567);
                break;
            }
        }
        return answers;
    }

    private static void append(
            StackSheet sheet, Map<String, Object> answers, StringBuilder script, List<String> expected) {
        MaximaReader reader = sheet.maxima(answers);
        script.append("kill(all)$\n");
        sheet.inputs()
                .keySet()
                .forEach(input -> script.append(input)
                        .append(':')
                        .append(written(answers.getOrDefault(input, MaximaReader.EMPTY)))
                        .append("$\n"));
        script.append(quiet(XmlReader.text(sheet.question(), "questionvariables", "text")));
        for (Element tree : XmlReader.children(sheet.question(), "prt")) {
            String variables = XmlReader.text(tree, "feedbackvariables", "text");
            reader.run(variables);
            script.append(quiet(variables));
            for (Element node : XmlReader.children(tree, "node")) {
                String place = sheet.name() + "." + XmlReader.text(tree, "name") + "." + XmlReader.text(node, "name");
                String branch = XmlReader.text(node, "sans");
                script.append("printf(true,\"" + MARK + " " + place + " ~d~%\"," + branch + ")$\n");
                expected.add(place + " " + Math.round(reader.number(branch)));
            }
        }
    }

    private static String quiet(String statements) {
        return statements.replace(";\n", "$\n").replaceAll(";\\s*$", "\\$\n");
    }

    private static String written(Object value) {
        if (value instanceof Double number) {
            return Field.text(number);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(MaximaTest::written).toList().toString();
        }
        boolean text = value instanceof String && !value.equals(MaximaReader.EMPTY);
        return text ? '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"' : value.toString();
    }

    private List<String> run(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("trees.mac"), script);
        Path output = folder.resolve("output");
        Process maxima = new ProcessBuilder("maxima", "--very-quiet", "--batch=" + file)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(maxima.waitFor()).isZero();
        return Files.readAllLines(output, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(MARK))
                .map(line -> line.substring(MARK.length() + 1).strip())
                .toList();
    }
}
