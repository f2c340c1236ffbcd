package gradus.cli;

import gradus.checks.Examiner;
import gradus.checks.catalogue.Exercises;
import gradus.grader.Batch;
import gradus.grader.Examiners;
import gradus.grader.Grader;
import gradus.grader.NamedPath;
import gradus.report.Formats;
import gradus.report.Report;
import gradus.report.Result;
import gradus.report.ResultFile;
import gradus.sandbox.Confinement;
import gradus.sandbox.Limits;
import gradus.sandbox.Sandbox;
import gradus.tensor.Seed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradus grade}: marks submissions and writes the reports. */
@Command(
        name = "grade",
        description = "Grade submissions: folders, .zip, .jar or .tar.gz files of Java sources.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class GradeCommand implements Callable<Integer> {

    private static final int SEEDS = 1_000_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "SUBMISSION", description = "What was handed in, one for each person.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder for results and reports.")
    private Path out = Path.of("");

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Grade so many at a time, at most one for each core, which is the default.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seed", paramLabel = "S", description = "Of the fresh experiments; by default drawn and printed.")
    private @Nullable Long seed;

    @Option(
            names = "--sandbox",
            paramLabel = "MODE",
            description = "auto (a sandbox if there is one), require (or nothing is run) or none.")
    private Confinement sandbox = Confinement.AUTO;

    @Option(names = "--resume", description = "Keep results of the same sources, seed and version.")
    private boolean resume;

    @Option(
            names = "--shard",
            converter = Shard.Converter.class,
            paramLabel = "I/N",
            description = "Grade only the I-th of N parts of the submissions.")
    private Shard shard = Shard.ALL;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "Write more formats: gradescope, junit, github. Always written: JSON, csv and html.")
    private List<String> formats = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        check(jobs >= 1, "--jobs: expected a number from 1 but got " + jobs + ".");
        check(!Files.exists(out) || Files.isDirectory(out), "--out: expected a folder but " + out + " is a file.");
        List<Report> reports = reports();
        makeFolder();
        List<NamedPath> all = NamedPath.of(paths);
        List<NamedPath> mine = shard.of(all);
        Seed used = new Seed(chosenSeed(all));
        long start = System.nanoTime();
        List<Result> results = grade(mine, used);
        write(reports, results, all);
        sum(results, used, (System.nanoTime() - start) / 1e9);
        return exitCode(results);
    }

    /** Before anything is graded that could not be written down. */
    private void makeFolder() {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw misuse("--out: expected a folder that can be made but got " + out + ".");
        }
        check(Files.isWritable(out), "--out: expected a folder that can be written to but got " + out + ".");
    }

    private List<Result> grade(List<NamedPath> submissions, Seed used) throws IOException, InterruptedException {
        Examiner examiner = Examiners.live();
        try (Sandbox box = Sandbox.open(sandbox, Limits.standard());
                Progress progress =
                        Progress.over(submissions.size(), spec.commandLine().getErr())) {
            box.warning().ifPresent(warning -> spec.commandLine().getErr().println("WARNING: " + warning));
            Grader grader = new Grader(box, Exercises.all(), examiner, used, Version.current());
            return new Batch(grader, out, resume, progress).run(submissions, jobs);
        }
    }

    private void write(List<Report> reports, List<Result> results, List<NamedPath> all) throws IOException {
        List<Result> known = all.stream()
                .map(path -> new ResultFile(out, path.name()).read())
                .flatMap(Optional::stream)
                .toList();
        for (Report report : reports) {
            for (Result result : results) {
                report.submission(result, out.resolve(result.submission()));
            }
            report.cohort(known, out);
        }
    }

    private void sum(List<Result> results, Seed used, double seconds) {
        PrintWriter screen = spec.commandLine().getOut();
        screen.print(MarksTable.of(results));
        screen.printf(
                Locale.ROOT,
                "%nGraded %d %s in %.1f s.%n",
                results.size(),
                results.size() == 1 ? "submission" : "submissions",
                seconds);
        screen.printf("Seed:    %d (the same seed gives the same marks)%n", used.value());
        screen.printf("Reports: %s%n         %s%n", out.resolve("index.html"), out.resolve("gradebook.csv"));
        screen.flush();
    }

    private int exitCode(List<Result> results) {
        PrintWriter err = spec.commandLine().getErr();
        if (results.stream().anyMatch(Result::hasPending)) {
            err.println("grade: some rows are pending because of a fault on our side; --resume grades them again.");
            return CommandLine.ExitCode.SOFTWARE;
        }
        if (!results.isEmpty() && results.stream().allMatch(result -> result.error() != null)) {
            err.println("grade: nothing readable to work on. Each report says why.");
            return CommandLine.ExitCode.USAGE;
        }
        return CommandLine.ExitCode.OK;
    }

    private List<Report> reports() {
        List<Report> reports = new ArrayList<>(Formats.always());
        for (String name : formats) {
            Report report = Formats.named(name)
                    .orElseThrow(() -> misuse("--format: expected some of %s but got '%s'."
                            .formatted(String.join(", ", Formats.names()), name)));
            if (reports.stream().noneMatch(known -> known.name().equals(report.name()))) {
                reports.add(report);
            }
        }
        return reports;
    }

    /** What was asked for; else, when resuming, the seed of the run that is resumed; else a fresh one. */
    private long chosenSeed(List<NamedPath> all) {
        if (seed != null) {
            return seed;
        }
        Optional<Long> earlier = all.stream()
                .filter(path -> resume)
                .flatMap(path -> new ResultFile(out, path.name()).read().stream())
                .map(result -> Long.valueOf(result.seed()))
                .findFirst();
        return earlier.orElseGet(() -> (long) new SecureRandom().nextInt(SEEDS));
    }

    private void check(boolean condition, String message) {
        if (!condition) {
            throw misuse(message);
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
