package gradus.problems.solution;

import gradus.problems.Lines;

/** Lines of at most 80 columns. */
final class Page {
    private static final int WIDTH = 80;

    private final StringBuilder text = new StringBuilder();

    Page line(String line) {
        text.append(line.stripTrailing()).append('\n');
        return this;
    }

    /** A paragraph broken at spaces; all lines but the first are indented a little more. */
    Page wrapped(String indent, String paragraph) {
        String[] lines = Lines.after("", indent.replace(' ', '\u00a0') + "\u00a0\u00a0" + paragraph)
                .split("\n", -1);
        line(indent + lines[0].replace("\u00a0", ""));
        for (int i = 1; i < lines.length; i++) {
            Lines.after(indent + "  ", lines[i]).lines().forEach(rest -> line(indent + "  " + rest));
        }
        return this;
    }

    /** One piece at the left and one at the right margin. */
    Page spread(String left, String right) {
        int gap = WIDTH - left.length() - right.length();
        return gap > 0
                ? line(left + " ".repeat(gap) + right)
                : wrapped("", left).line(" ".repeat(WIDTH - right.length()) + right);
    }

    String text() {
        return text.toString();
    }
}
