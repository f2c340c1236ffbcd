package gradus.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The program {@code gradus}. Exit codes: 0 fine, 1 our fault, 2 usage or nothing to work on, 3 a negative verdict. */
@Command(
        name = "gradus",
        description = "Grades deep-learning exercises: layers written in Java, and answers worked out by hand.",
        mixinStandardHelpOptions = true,
        versionProvider = Gradus.VersionProvider.class)
public final class Gradus implements Runnable {

    /** The command's verdict is negative: not everything is right. */
    public static final int NEGATIVE = 3;

    private static final Map<String, Class<?>> COMMANDS = commands();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--verbose",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show where in Gradus a fault happened.")
    private boolean verbose;

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("grade", GradeCommand.class);
        commands.put("check", CheckCommand.class);
        commands.put("exercises", ExercisesCommand.class);
        commands.put("problems", ProblemsCommand.class);
        commands.put("exam", ExamCommand.class);
        commands.put("certify", CertifyCommand.class);
        commands.put("reference", ReferenceCommand.class);
        commands.put("demo", DemoCommand.class);
        commands.put("bench", BenchCommand.class);
        commands.put("warm-up", WarmUpCommand.class);
        return commands;
    }

    /** With the command that is called; with all where it is none of them, because setting one up takes a while. */
    private static CommandLine line(String... arguments) {
        CommandLine line = new CommandLine(new Gradus());
        Class<?> called = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (called == null) {
            COMMANDS.forEach(line::addSubcommand);
        } else {
            line.addSubcommand(arguments[0], called);
        }
        return line;
    }

    /** Runs one command and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return line(arguments)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Gradus::misused)
                .setExecutionExceptionHandler(Gradus::failed)
                .execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** One sentence about what was typed, with the nearest thing that exists. */
    private static int misused(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getCommandName() + ": " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return CommandLine.ExitCode.USAGE;
    }

    /** One sentence about our own fault; the stack trace only for who asks. */
    private static int failed(Exception e, CommandLine command, ParseResult parsed) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        command.getErr().println(command.getCommandName() + ": " + message);
        Gradus gradus = (Gradus) command.getCommandSpec().root().userObject();
        if (gradus.verbose || System.getenv("GRADUS_DEBUG") != null) {
            e.printStackTrace(command.getErr());
        } else {
            command.getErr().println("This is a fault of Gradus or of this machine; --verbose shows where.");
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Says the version from the build. */
    static final class VersionProvider implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"gradus " + Version.current() + " (Java " + Runtime.version() + ")"};
        }
    }
}
