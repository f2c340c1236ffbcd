package gradus.problems.kind;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import gradus.problems.expression.ExpressionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Points that the student finds in the own answer; the program only adds up. */
public final class Rubric implements Kind {
    private static final Pattern PIECE = Pattern.compile("[^\\s,;]+");
    private static final Pattern CLAIM = Pattern.compile("([a-zA-Z])(?:[:=](\\d{1,3}(?:\\.\\d{1,3})?))?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(?:\\.\\d{1,3})?");

    /** What is expected, and its credits; a deduction is below 0. */
    public record Point(
            @JsonProperty(value = "text", required = true) String text,

            @JsonProperty(value = "credits", required = true)
            double credits) {}

    private final Map<String, Point> points = new LinkedHashMap<>();

    private record Claimed(Map<String, Double> claims) implements Reading {
        @Override
        public Verdict verdict(double credits) {
            double sum = claims.values().stream().mapToDouble(x -> x).sum();
            double earned = Math.max(0, Math.min(credits, sum));
            return new Verdict(earned >= credits, earned, "");
        }

        @Override
        public boolean means(Reading other) {
            return equals(other);
        }
    }

    @JsonCreator
    public Rubric(@JsonProperty(value = "points", required = true) List<Point> points) {
        if (points.isEmpty() || points.size() > 26) {
            throw new IllegalArgumentException("expected 1 to 26 points");
        }
        for (Point point : points) {
            this.points.put(String.valueOf((char) ('a' + this.points.size())), point);
        }
    }

    @Override
    public Reading read(String given) {
        Map<String, Double> claims = new LinkedHashMap<>();
        if (Words.isNone(given) || given.strip().equals("0")) {
            return new Claimed(claims);
        }
        List<String> letters = new ArrayList<>(points.keySet());
        boolean numbers = PIECE.matcher(given)
                .results()
                .allMatch(piece -> NUMBER.matcher(piece.group()).matches());
        Matcher piece = PIECE.matcher(given);
        while (piece.find()) {
            int column = piece.start() + 1;
            if (!numbers) {
                pieces(piece.group(), column, claims);
            } else if (claims.size() == letters.size()) {
                throw new ExpressionException(column, "expected at most " + letters.size() + " credits");
            } else {
                claim(letters.get(claims.size()), Double.parseDouble(piece.group()), column, claims);
            }
        }
        return new Claimed(claims);
    }

    /** {@code a}, {@code b:0.5}, or letters run together. */
    private void pieces(String text, int column, Map<String, Double> claims) {
        Matcher claim = CLAIM.matcher(text);
        if (claim.matches()) {
            String letter = claim.group(1).toLowerCase(Locale.ROOT);
            double full = point(letter, column).credits();
            claim(letter, claim.group(2) == null ? full : Double.parseDouble(claim.group(2)), column, claims);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1).toLowerCase(Locale.ROOT);
            claim(letter, point(letter, column + i).credits(), column + i, claims);
        }
    }

    private void claim(String letter, double credits, int column, Map<String, Double> claims) {
        double full = point(letter, column).credits();
        if (credits > Math.max(0, full) || credits < Math.min(0, full)) {
            throw new ExpressionException(column, "point " + letter + " is worth " + full + " at most");
        }
        if (claims.put(letter, credits) != null) {
            throw new ExpressionException(column, "point " + letter + " stands twice");
        }
    }

    private Point point(String letter, int column) {
        Point point = points.get(letter);
        if (point == null) {
            throw new ExpressionException(
                    column,
                    "expected letters of the points met, " + String.join(", ", points.keySet())
                            + ", or their credits, but got '" + letter + "'");
        }
        return point;
    }

    /** The points by letter. */
    public Map<String, Point> points() {
        return points;
    }

    @Override
    public String key() {
        return points.entrySet().stream()
                .filter(point -> point.getValue().credits() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    @Override
    public String form() {
        return "letters of the points that your answer meets; none";
    }

    @Override
    public boolean isSelfAssessed() {
        return true;
    }

    @Override
    public void require(double credits) {
        double most = points.values().stream()
                .mapToDouble(point -> Math.max(0, point.credits()))
                .sum();
        if (most + 1e-9 < credits) {
            throw new IllegalArgumentException("expected points that add up to the credits of the answer");
        }
    }
}
