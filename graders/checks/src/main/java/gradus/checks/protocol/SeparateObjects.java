package gradus.checks.protocol;

import gradus.checks.Case;
import gradus.checks.Check;
import gradus.checks.Examination;
import gradus.checks.Exercise;
import gradus.checks.Gradients;
import gradus.checks.Row;
import gradus.checks.Session;
import gradus.checks.Trial;
import java.util.List;

/** Two objects, used in turns, do not disturb each other: what static fields would do. */
public final class SeparateObjects implements Check {
    private static final String CAUSE = "Two objects of the class disturb each other: is a field static?";

    @Override
    public List<Row> rows(Exercise exercise) {
        return exercise.backward();
    }

    @Override
    public void run(Examination examination) {
        for (Exercise.Pair pair : examination.pairs()) {
            Case mine = pair.batch();
            compare(examination, mine, mine.withX(mine.x().flip(0)).opposite());
            compare(examination, mine, stranger(examination, mine));
        }
    }

    /** A case of other sizes and constructor arguments. */
    private static Case stranger(Examination examination, Case mine) {
        List<Case> cases =
                examination.exercise().cases().compared(examination.seed().named("stranger"));
        return cases.stream()
                .filter(other -> !other.arguments().equals(mine.arguments()))
                .findFirst()
                .orElse(cases.get(0));
    }

    private static void compare(Examination examination, Case mine, Case others) {
        Gradients alone = new Trial(examination).backward(mine);
        try (Session session = examination.session(mine);
                Session other = examination.session(others)) {
            session.forward(mine.inputs());
            other.forward(others.inputs());
            Gradients together = session.backward(mine.upstreams());
            examination.expectSame(" beside a second object", CAUSE, mine, alone, together);
        }
    }

    @Override
    public String when() {
        return "while a second object of the class is in use";
    }
}
