package gradus.problems.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of GIFT, as its documentation gives it: {@code ::name::[plain]text {answers}}, questions parted by blank lines. */
final class GiftReader {
    /** An answer: its share in percent, and its text without escapes. */
    record Answer(boolean right, double share, String text, String pair) {}

    record Question(String name, String text, String kind, List<Answer> answers, String feedback) {}

    private static final Pattern SHARE = Pattern.compile("%(-?\\d+(?:\\.\\d+)?)%");

    private GiftReader() {}

    static List<Question> read(String file) {
        List<Question> questions = new ArrayList<>();
        for (String block : file.strip().split("\n\\s*\n", -1)) {
            if (!block.startsWith("$CATEGORY: ")) {
                questions.add(question(block));
            }
        }
        return questions;
    }

    private static Question question(String block) {
        List<String> signs = signs(block.strip());
        int at = expect(signs, 0, ":", ":");
        int end = find(signs, at, ":");
        String name = plain(signs.subList(at, end));
        at = expect(signs, end, ":", ":");
        at = expect(signs, at, "[", "p", "l", "a", "i", "n", "]");
        int open = find(signs, at, "{");
        String text = plain(signs.subList(at, open)).strip();
        int close = find(signs, open, "}");
        if (close != signs.size() - 1 || signs.subList(open + 1, close).contains("{")) {
            throw new IllegalStateException("more than one field of answers: " + name);
        }
        return answers(name, text, signs.subList(open + 1, close));
    }

    /** Signs one by one; an escaped one is two characters long. */
    private static List<String> signs(String text) {
        List<String> signs = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                signs.add(text.substring(i, i + 2));
                i++;
            } else {
                signs.add(text.substring(i, i + 1));
            }
        }
        return signs;
    }

    private static int expect(List<String> signs, int at, String... expected) {
        if (!signs.subList(at, at + expected.length).equals(List.of(expected))) {
            throw new IllegalStateException(
                    "expected " + String.join("", expected) + " at " + at + " of " + String.join("", signs));
        }
        return at + expected.length;
    }

    private static int find(List<String> signs, int from, String sign) {
        int at = signs.subList(from, signs.size()).indexOf(sign);
        if (at < 0) {
            throw new IllegalStateException("no " + sign + " in " + String.join("", signs));
        }
        return from + at;
    }

    private static String plain(List<String> signs) {
        StringBuilder text = new StringBuilder();
        for (String sign : signs) {
            if (sign.length() == 2) {
                if (!"~=#{}:\\n".contains(sign.substring(1))) {
                    throw new IllegalStateException("nothing to escape: " + sign);
                }
                text.append(sign.equals("\\n") ? "\n" : sign.substring(1));
            } else if ("~=#{}:".contains(sign)) {
                throw new IllegalStateException("not escaped: " + sign + " in " + String.join("", signs));
            } else {
                text.append(sign);
            }
        }
        return text.toString();
    }

    private static Question answers(String name, String text, List<String> signs) {
        String raw = String.join("", signs);
        if (raw.equals("TRUE") || raw.equals("FALSE")) {
            return new Question(name, text, "truth", List.of(new Answer(raw.equals("TRUE"), 100, raw, "")), "");
        }
        if (raw.startsWith("####")) {
            return new Question(name, text, "essay", List.of(), plain(signs.subList(4, signs.size())));
        }
        boolean numbers = raw.startsWith("#");
        List<Answer> answers = new ArrayList<>();
        int at = numbers ? 1 : 0;
        while (at < signs.size()) {
            String mark = signs.get(at);
            if (!mark.equals("=") && !mark.equals("~")) {
                throw new IllegalStateException("expected = or ~ but got " + mark + " in " + raw);
            }
            int end = at + 1;
            while (end < signs.size()
                    && !signs.get(end).equals("=")
                    && !signs.get(end).equals("~")) {
                end++;
            }
            answers.add(answer(mark.equals("="), signs.subList(at + 1, end), numbers));
            at = end;
        }
        boolean choice = answers.stream().anyMatch(answer -> !answer.right());
        boolean pairs = answers.stream().allMatch(answer -> !answer.pair().isEmpty());
        return new Question(
                name, text, numbers ? "numbers" : choice ? "choice" : pairs ? "pairs" : "words", answers, "");
    }

    private static Answer answer(boolean right, List<String> signs, boolean number) {
        String raw = String.join("", signs);
        Matcher share = SHARE.matcher(raw);
        double percent = 100;
        List<String> rest = signs;
        if (share.lookingAt()) {
            percent = Double.parseDouble(share.group(1));
            rest = signs.subList(share.end(), signs.size());
        }
        String text = number ? String.join("", rest) : plain(rest);
        int arrow = text.indexOf(" -> ");
        return new Answer(
                right,
                percent,
                (arrow < 0 ? text : text.substring(0, arrow)).strip(),
                arrow < 0 ? "" : text.substring(arrow + 4).strip());
    }
}
