package gradus.problems.export;

import gradus.problems.exam.Item;
import gradus.problems.exam.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Questions for STACK, in Moodle XML: one for each problem, with a response tree for each part that follows the student's own
 * earlier answers and deducts for slips as the paper does. What has to be read is a question of its own.
 */
final class Stack implements Export {
    @Override
    public String name() {
        return "stack";
    }

    @Override
    public Bundle of(Paper paper) {
        List<Fate> fates = new ArrayList<>();
        Xml xml = new Xml();
        xml.element("quiz", () -> paper.items().forEach(item -> problem(paper, item, xml, fates)));
        return new Bundle(Map.of("stack.xml", xml.document()), fates);
    }

    private void problem(Paper paper, Item item, Xml xml, List<Fate> fates) {
        StackQuestion question = new StackQuestion(paper, item);
        question.write(xml);
        item.problem()
                .parts()
                .forEach(part -> part.questions().forEach(asked -> {
                    if (Tasks.of(item.problem(), asked) instanceof Task.Essay essay) {
                        new MoodleQuestion(paper, item, part, asked, xml).write(essay);
                        fates.add(Fate.of(
                                name(), item, asked, "essay", "marked by hand, points in the marker's information"));
                    } else {
                        fates.add(Fate.of(name(), item, asked, question.as(asked.id()), question.remark(asked.id())));
                    }
                }));
    }
}
