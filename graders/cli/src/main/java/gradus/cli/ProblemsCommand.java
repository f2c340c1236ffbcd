package gradus.cli;

import gradus.problems.BankReport;
import gradus.problems.Lines;
import gradus.problems.Problem;
import gradus.problems.ProblemBank;
import gradus.problems.ProblemException;
import gradus.problems.ProblemJson;
import gradus.problems.ProblemText;
import gradus.problems.Stress;
import gradus.problems.StressText;
import gradus.problems.Variation;
import gradus.problems.Verification;
import gradus.problems.VerificationText;
import gradus.problems.audit.Reach;
import gradus.problems.audit.ReachText;
import gradus.problems.figure.Figure;
import gradus.problems.solution.Board;
import gradus.problems.solution.Solution;
import gradus.reference.graph.Drawing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the exam problems and verifies their published keys. */
@Command(
        name = "problems",
        mixinStandardHelpOptions = true,
        description = "Lists, shows and verifies the exam problems.",
        synopsisSubcommandLabel = "(list | show | variant | verify | stress | audit)")
public final class ProblemsCommand implements Runnable {
    private static final int FINE = 0, SHORT = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw usage("expected list, show, variant, verify, stress or audit.");
    }

    /** One line for each problem. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all problems.")
    int list(@Option(names = "--json", description = "Prints JSON (gradus.problems/1).") boolean json) {
        List<Problem> problems = ProblemBank.all();
        return print(json ? ProblemJson.list(problems) + "\n" : ProblemText.list(problems));
    }

    /** The problem as it is posed, without keys. */
    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a problem as it is posed.")
    int show(
            @Parameters(paramLabel = "PROBLEM", description = "Id of the problem, or a YAML file.") String id,
            @Option(names = "--variant", paramLabel = "SEED", description = "Shows the variant of this seed.") @Nullable
                    Long seed,
            @Option(names = "--json", description = "Prints JSON (gradus.problem/1).") boolean json,
            @Option(
                            names = "--points",
                            description = "Also shows what answers in words are assessed by; write yours first.")
                    boolean points,
            @Option(names = "--solution", description = "Shows the worked solution, with the graph.") boolean solution,
            @Option(
                            names = "--svg",
                            paramLabel = "FILE.svg",
                            description = "Also draws the graph of the solution into a file.")
                    @Nullable
                    Path svg,
            @Option(
                            names = "--figure",
                            paramLabel = "FILE.svg",
                            description = "Also draws the figure of the problem into a file, further ones beside it.")
                    @Nullable
                    Path figure)
            throws IOException {
        Problem problem = seed == null ? problem(id) : variant(id, seed);
        if (figure != null) {
            files(problem, "figure", problem.figures().stream().map(Figure::svg).toList(), figure);
        }
        if (svg != null) {
            files(
                    problem,
                    "svg",
                    Board.drawings(problem).stream().map(Drawing::svg).toList(),
                    svg);
        }
        return solution || svg != null ? print(Solution.of(problem)) : show(problem, json, points);
    }

    /** Each graph or figure in a file of its own. */
    private void files(Problem problem, String option, List<String> drawings, Path file) throws IOException {
        if (drawings.isEmpty()) {
            throw usage(problem.id() + " has no " + (option.equals("svg") ? "graph" : "figure") + " to draw. Leave --"
                    + option + " out.");
        }
        for (int i = 0; i < drawings.size(); i++) {
            String name = file.getFileName().toString();
            String numbered = i == 0 ? name : name.replaceFirst("(\\.svg)?$", "-" + (i + 1) + "$1");
            Files.writeString(file.resolveSibling(numbered), drawings.get(i));
        }
    }

    /** What generated sheets are marked, and what of the catalogue is there; exits 3 if a target is missed. */
    @Command(
            name = "audit",
            mixinStandardHelpOptions = true,
            description = "Measures the bank and the examiner on generated sheets.")
    int audit(
            @Option(
                            names = "--sheets",
                            paramLabel = "N",
                            defaultValue = "1000",
                            description = "Sheets of each sort; ${DEFAULT-VALUE} by default.")
                    int sheets,
            @Option(names = "--seed", paramLabel = "SEED", defaultValue = "2026", description = "Chooses the sheets.")
                    long seed,
            @Option(names = "--json", description = "Prints JSON (gradus.audit/1).") boolean json) {
        Reach reach = Reach.of(ProblemBank.all(), sheets, seed);
        print(json ? ReachText.json(reach) + "\n" : ReachText.of(reach));
        return reach.holds() ? FINE : SHORT;
    }

    /** The same problem with other numbers. */
    @Command(name = "variant", mixinStandardHelpOptions = true, description = "Shows a problem with other numbers.")
    int variant(
            @Parameters(paramLabel = "PROBLEM", description = "Id of the problem, or a YAML file.") String id,
            @Option(names = "--seed", paramLabel = "SEED", required = true, description = "Chooses the numbers.")
                    long seed,
            @Option(names = "--json", description = "Prints JSON (gradus.problem/1).") boolean json) {
        return show(variant(id, seed), json, false);
    }

    private int show(Problem problem, boolean json, boolean points) {
        if (json) {
            return print((points ? ProblemJson.withPoints(problem) : ProblemJson.show(problem)) + "\n");
        }
        return print(points ? ProblemText.withPoints(problem) : ProblemText.of(problem));
    }

    /** Draws many variants; exits 3 if in one of them a slip earns a mark. */
    @Command(
            name = "stress",
            mixinStandardHelpOptions = true,
            description = "Draws many variants and tries every slip on them; says why numbers were rejected.")
    int stress(
            @Parameters(
                            paramLabel = "PROBLEM",
                            arity = "0..*",
                            description = "Ids or YAML files; by default all problems whose numbers vary.")
                    @Nullable
                    List<String> ids,
            @Option(
                            names = "--seeds",
                            paramLabel = "N",
                            defaultValue = "100",
                            description = "Tries the seeds from 1 to N; ${DEFAULT-VALUE} by default.")
                    int seeds) {
        if (seeds < 1) {
            throw usage("expected at least 1 seed but got " + seeds + ".");
        }
        List<Problem> problems = ids == null || ids.isEmpty()
                ? ProblemBank.all().stream()
                        .filter(problem -> problem.variation().isPresent())
                        .toList()
                : ids.stream().map(this::problem).toList();
        problems.forEach(problem -> variation(problem).names());
        List<Stress> stresses = new ArrayList<>();
        for (Problem problem : problems) {
            Stress stress = stress(problem, seeds);
            stresses.add(stress);
            print(StressText.of(stress));
        }
        print(StressText.sum(stresses));
        return stresses.stream().allMatch(Stress::holds) ? FINE : SHORT;
    }

    private Stress stress(Problem problem, int seeds) {
        try {
            return Stress.of(problem, seeds);
        } catch (IllegalStateException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private Problem variant(String id, long seed) {
        try {
            return variation(problem(id)).variant(seed);
        } catch (IllegalStateException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private Variation variation(Problem problem) {
        return problem.variation()
                .orElseThrow(() ->
                        usage("the numbers of " + problem.id() + " do not vary: its file has no section 'vary'."));
    }

    /** Compares the published keys with the computed ones; exits 3 if one differs and no erratum says why. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Recomputes every published value; each difference needs its erratum.")
    int verify(
            @Parameters(
                            paramLabel = "PROBLEM",
                            arity = "0..*",
                            description = "Ids or YAML files; all problems by default.")
                    @Nullable
                    List<String> ids,
            @Option(names = "--json", description = "Prints JSON (gradus.verification/1).") boolean json) {
        List<Problem> problems = new ArrayList<>();
        if (ids == null || ids.isEmpty()) {
            problems.addAll(ProblemBank.all());
        } else {
            ids.forEach(id -> problems.add(problem(id)));
        }
        List<Verification> verifications =
                problems.stream().map(Verification::of).toList();
        boolean all = ids == null || ids.isEmpty();
        BankReport bank = all ? BankReport.of(problems) : new BankReport(List.of(), List.of());
        print(
                json
                        ? ProblemJson.verify(verifications, bank) + "\n"
                        : VerificationText.of(verifications) + (all ? bank.text() : ""));
        return bank.holds() && verifications.stream().allMatch(Verification::holds) ? FINE : SHORT;
    }

    private Problem problem(String id) {
        if (id.endsWith(".yaml") && !Files.isRegularFile(Path.of(id))) {
            throw usage("there is no file '" + id + "'.");
        }
        try {
            return id.endsWith(".yaml")
                    ? ProblemBank.read(Path.of(id))
                    : ProblemBank.find(id)
                            .orElseThrow(() -> usage("there is no problem '" + id + "'."
                                    + ProblemBank.nearest(id)
                                            .map(near -> " Did you mean " + near + "?")
                                            .orElse("")
                                    + " 'gradus problems list' shows all."));
        } catch (ProblemException | IOException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private int print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return FINE;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), Lines.after(spec.name() + ": ", message));
    }
}
