package gradus.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gradus.checks.Exercise;
import gradus.checks.catalogue.Exercises;
import gradus.checks.recorded.RecordedOracle;
import gradus.mutants.Reference;
import gradus.mutants.certify.Certificates;
import gradus.mutants.certify.Certification;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradus certify}: proves that the checks pass right code, reject wrong code and call it by its name. */
@Command(
        name = "certify",
        description = "Prove that the checks pass right code, reject wrong code and call it by its name.",
        mixinStandardHelpOptions = true)
final class CertifyCommand implements Callable<Integer> {

    private static final int PROGRESS_LINES = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "EXERCISE", description = "Ids such as dense/affine; all exercises by default.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--seeds", paramLabel = "N", description = "Try so many seeds (${DEFAULT-VALUE} by default).")
    private long seeds = 100;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        if (seeds < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--seeds: expected 1 or more but got %d.".formatted(seeds));
        }
        List<Exercise> exercises = ids.isEmpty()
                ? Exercises.all()
                : ids.stream().map(this::exercise).toList();
        Certification certification =
                new Certification(new RecordedOracle().and(Reference.oracle()), CertifyCommand::skeleton);
        Certificates certificates = certification.run(exercises, seeds, progress(seeds * exercises.size()));
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? json(certificates) : certificates.table());
        return certificates.holds() ? CommandLine.ExitCode.OK : Gradus.NEGATIVE;
    }

    private Exercise exercise(String id) {
        return Exercises.named(id)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), Suggestions.noExercise(id)));
    }

    private static Class<?> skeleton(Exercise exercise) {
        String name = "gradus.exercises." + exercise.type();
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "%s: expected the skeleton %s but got none.".formatted(exercise.id(), name), e);
        }
    }

    /** Says every tenth of the way how far it is. */
    private LongConsumer progress(long rounds) {
        PrintWriter err = spec.commandLine().getErr();
        return done -> {
            if (PROGRESS_LINES * done / rounds > PROGRESS_LINES * (done - 1) / rounds) {
                err.printf("certify: %3d %% of %d rounds%n", 100 * done / rounds, rounds);
                err.flush();
            }
        };
    }

    private static String json(Certificates certificates) throws JsonProcessingException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("schema", "gradus.certificates/1");
        report.put("seeds", certificates.seeds());
        report.put("holds", certificates.holds());
        report.put("exercises", certificates.exercises());
        report.put("total", certificates.total());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
    }
}
