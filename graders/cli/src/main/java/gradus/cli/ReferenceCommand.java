package gradus.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gradus reference}: what the course teaches, row by row, the type that does it and the tests that assert it. */
@Command(
        name = "reference",
        description = "List what the course teaches, the type that does it, and the tests that assert it.",
        mixinStandardHelpOptions = true)
final class ReferenceCommand implements Callable<Integer> {
    private final Supplier<Catalogue> source;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ReferenceCommand() {
        this(Catalogue::read);
    }

    ReferenceCommand(Supplier<Catalogue> source) {
        this.source = source;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Catalogue catalogue = source.get();
        List<String> missing = catalogue.missing();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(catalogue));
        } else {
            out.print(new CatalogueTable(catalogue).text());
            out.printf("%n%d rows, %s%n", catalogue.rows().size(), verdict(missing));
        }
        out.flush();
        missing.forEach(spec.commandLine().getErr()::println);
        return missing.isEmpty() ? CommandLine.ExitCode.OK : Gradus.NEGATIVE;
    }

    private static String verdict(List<String> missing) {
        return missing.isEmpty()
                ? "none missing. What is left out, and why, is in reference/README.md."
                : "%d missing or incomplete.".formatted(missing.size());
    }

    private static String json(Catalogue catalogue) throws JsonProcessingException {
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(catalogue.rows());
    }
}
