package gradus.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gradus reference}: what the course teaches, row by row, and the type that does it. */
@Command(
        name = "reference",
        description = "List what the course teaches, and the type that does it.",
        mixinStandardHelpOptions = true)
final class ReferenceCommand implements Callable<Integer> {
    private static final int NAME_WIDTH = 36;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        List<CatalogueRow> rows = CatalogueRow.all();
        List<CatalogueRow> missing = rows.stream().filter(row -> !row.isThere()).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(rows));
        } else {
            rows.forEach(row -> out.println(line(row)));
            out.printf("%d rows, %s missing.%n", rows.size(), missing.isEmpty() ? "none" : missing.size());
        }
        return missing.isEmpty() ? CommandLine.ExitCode.OK : Gradus.NEGATIVE;
    }

    private static String line(CatalogueRow row) {
        String what = "%-4s%-" + NAME_WIDTH + "s  %s";
        return what.formatted(row.row(), shortened(row.name()), (row.isThere() ? "" : "MISSING ") + row.place());
    }

    private static String shortened(String name) {
        return name.length() <= NAME_WIDTH ? name : name.substring(0, NAME_WIDTH - 1) + "…";
    }
}
