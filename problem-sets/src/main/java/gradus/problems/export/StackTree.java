package gradus.problems.export;

import gradus.problems.Part;
import gradus.problems.exam.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The response tree of a part: for each answer a row of nodes, one for each way to earn or to lose something; the next answer
 * begins where the row ends. STACK keeps the score between 0 and 1, so that deductions take no more than the part earned.
 */
final class StackTree {
    private record Step(String result, int code, double score, String feedback, int row) {}

    private final Item item;
    private final Part part;
    private final List<StackAnswer> answers;
    private final List<Step> steps = new ArrayList<>();

    StackTree(Item item, Part part, List<StackAnswer> answers) {
        this.item = item;
        this.part = part;
        this.answers = answers;
        double all = credits();
        // what is deducted comes last, so that it is taken from all that was earned
        answers.stream().filter(answer -> answer.question().credits() > 0).forEach(answer -> earning(answer, all));
        answers.stream()
                .filter(answer -> answer.question().credits() == 0 && part.slip() > 0)
                .forEach(answer -> {
                    String id = answer.question().id();
                    steps.add(new Step(answer.result(), 3, -part.slip() / all, id + " is wrong.", steps.size()));
                });
    }

    private double credits() {
        return answers.stream()
                .mapToDouble(answer -> answer.question().credits())
                .sum();
    }

    private void earning(StackAnswer answer, double all) {
        int row = steps.size();
        String id = answer.question().id();
        double share = answer.question().credits() / all;
        steps.add(new Step(answer.result(), 1, share, id + " is right.", row));
        steps.add(new Step(answer.result(), 2, share, id + " follows from your earlier answers.", row));
        for (int i = 0; i < answer.shares().size(); i++) {
            double part = answer.shares().get(i);
            steps.add(new Step(
                    answer.result(), 4 + i, share * part, id + " is " + (part < 1 ? "partly right." : "right."), row));
        }
    }

    void write(Xml xml, String name) {
        xml.element("prt", () -> {
            xml.text("name", name);
            xml.text("value", Field.text(item.points(credits())));
            xml.text("autosimplify", "1");
            xml.text("feedbackstyle", "1");
            xml.element("feedbackvariables", () -> xml.text("text", statements()));
            for (int i = 0; i < steps.size(); i++) {
                node(xml, name, i);
            }
        });
    }

    private String statements() {
        return answers.stream()
                .flatMap(answer -> answer.statements().stream())
                .map(statement -> statement + ";")
                .collect(Collectors.joining("\n"));
    }

    private void node(Xml xml, String tree, int place) {
        Step step = steps.get(place);
        xml.element("node", () -> {
            xml.text("name", String.valueOf(place));
            xml.text("description", part.id());
            xml.text("answertest", "AlgEquiv");
            xml.text("sans", step.result());
            xml.text("tans", String.valueOf(step.code()));
            xml.text("testoptions", "");
            xml.text("quiet", "1");
            branch(xml, "true", step.score(), after(step), tree + "-" + place + "-T", step.feedback());
            branch(xml, "false", 0, place + 1 < steps.size() ? place + 1 : -1, tree + "-" + place + "-F", "");
        });
    }

    /** Where the next answer begins. */
    private int after(Step step) {
        for (int i = steps.indexOf(step); i < steps.size(); i++) {
            if (steps.get(i).row() != step.row()) {
                return i;
            }
        }
        return -1;
    }

    private static void branch(Xml xml, String way, double score, int next, String note, String feedback) {
        xml.text(way + "scoremode", score < 0 ? "-" : "+");
        xml.text(way + "score", String.format(Locale.ROOT, "%.7f", Math.abs(score)));
        xml.text(way + "penalty", "");
        xml.text(way + "nextnode", String.valueOf(next));
        xml.text(way + "answernote", note);
        MoodleXml.html(xml, way + "feedback", feedback.isEmpty() ? "" : "<p>" + Posed.html(feedback) + "</p>");
    }
}
