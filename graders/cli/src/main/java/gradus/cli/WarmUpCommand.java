package gradus.cli;

import gradus.checks.Exercise;
import gradus.checks.catalogue.Exercises;
import gradus.grader.Examiners;
import gradus.mutants.Reference;
import gradus.subject.LocalSubject;
import gradus.subject.Subject;
import gradus.tensor.Seed;
import java.io.PrintWriter;
import java.io.Writer;
import picocli.CommandLine.Command;

/** Loads the classes that most commands need, so that the launcher can keep them in an archive. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Runnable {

    @Override
    public void run() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Gradus.run(nowhere, nowhere, "--help");
        Gradus.run(nowhere, nowhere, "exercises", "list", "--json");
        Gradus.run(nowhere, nowhere, "check", "2022ss-6", "h1=2", "--json");
        Gradus.run(nowhere, nowhere, "check", "2022ss-6", "h1=2");
        Exercises.all().forEach(WarmUpCommand::examine);
    }

    private static void examine(Exercise exercise) {
        try (Subject reference = new LocalSubject(Reference.type(exercise))) {
            Examiners.live().examine(exercise, reference, new Seed(1));
        }
    }
}
