package gradus.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command printed and how it ended.
 *
 * @param out on the output stream
 * @param err on the error stream
 */
record Screen(int code, String out, String err) {

    /** Runs a command in this process. */
    static Screen of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Gradus.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Screen(code, out.toString(), err.toString());
    }
}
