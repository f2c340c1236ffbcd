package gradus.cli;

import gradus.demo.Demo;
import gradus.demo.Demos;
import gradus.demo.Report;
import gradus.demo.Setup;
import gradus.demo.picture.Format;
import gradus.demo.picture.Picture;
import gradus.tensor.Backend;
import gradus.tensor.Seed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradus demo [NAME]}: a small experiment, its result and its pictures. */
@Command(
        name = "demo",
        description = "Run a small experiment of the course, or list them.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {
    private static final int NAME_WIDTH = 16;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The demo; without a name, all are listed.")
    private String name = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the pictures go (default: ${DEFAULT-VALUE}).",
            defaultValue = "target/demos")
    private Path out = Path.of("");

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "SVG")
    private Format format = Format.SVG;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Where all random numbers come from (default: ${DEFAULT-VALUE}).",
            defaultValue = "0")
    private long seed;

    @Option(
            names = "--effort",
            paramLabel = "SHARE",
            description = "A share of the usual iterations (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private double effort;

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            description = "plain or vector (default: ${DEFAULT-VALUE}).",
            defaultValue = "plain")
    private String backend = "";

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many compute (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private int threads;

    @Override
    public void run() {
        if (name.isEmpty()) {
            list();
        } else {
            run(Demos.named(name).orElseThrow(this::unknown));
        }
    }

    private void list() {
        Demos.all().forEach(demo -> out().printf("%-" + NAME_WIDTH + "s%s%n", demo.name(), demo.about()));
        out().println("'gradus demo NAME' runs one.");
    }

    private void run(Demo demo) {
        System.setProperty("java.awt.headless", "true"); // pictures are drawn without a screen
        Setup setup = given(() -> new Setup(new Seed(seed), effort));
        Backend chosen = given(() -> Backend.named(backend, threads));
        out().println(demo.about());
        Report report = Backend.on(chosen, () -> demo.run(setup));
        report.lines().forEach(out()::println);
        report.pictures().forEach(this::write);
    }

    /** What somebody typed may make no sense, or need a module that is not there. */
    private <T> T given(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void write(Picture picture) {
        try {
            out().println("drew " + picture.write(out, format));
        } catch (IOException e) {
            String message =
                    "the picture %s cannot be written to %s: %s.".formatted(picture.name(), out, e.getMessage());
            throw new ParameterException(spec.commandLine(), message, e);
        }
    }

    private ParameterException unknown() {
        String hint = Suggestions.nearest(
                        name, Demos.all().stream().map(Demo::name).toList())
                .map("Did you mean %s?"::formatted)
                .orElse("'gradus demo' names them all.");
        return new ParameterException(spec.commandLine(), "there is no demo '%s'. %s".formatted(name, hint));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
