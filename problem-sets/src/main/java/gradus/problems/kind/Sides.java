package gradus.problems.kind;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Operators;
import gradus.problems.expression.Symbols;
import gradus.problems.formula.Equality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A shape whose sides are names, numbers or formulas of these, such as {@code N x H*W}. */
public final class Sides implements Kind {
    private static final Pattern NAME = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_]*");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_*]+");
    private static final Set<String> BATCHES = Set.of("N", "B");
    private static final int MOST = 8;

    private final Layout layout;
    private final List<String> written;
    private final Set<String> names;
    private final SideParser parser;
    private final Equality equality;
    private final List<Expression> key;

    private record Laid(Sides kind, List<Expression> sides) implements Reading {
        @Override
        public Verdict verdict(double credits) {
            Layout.Given beside = kind.beside(sides, kind.key);
            return kind.layout.isRight(beside)
                    ? Verdict.right(credits)
                    : new Verdict(
                            false,
                            Math.min(credits, kind.layout.earned(beside)),
                            kind.layout.misfit(beside, kind.holdsAsMany(sides)));
        }

        /** In the same order, or in another one that is accepted. */
        @Override
        public boolean means(Reading other) {
            return other instanceof Laid laid
                    && (laid.sides.size() == kind.key.size()
                            ? kind.layout.isRight(kind.beside(sides, laid.sides))
                            : kind.same(sides, laid.sides));
        }
    }

    /**
     * A shape by the sides of its key.
     *
     * @param sides how long each axis of the layout is
     * @param others names that the key lacks, but that an answer may use
     */
    public Sides(Layout layout, List<String> sides, List<String> others) {
        if (sides.size() != layout.axes().length()) {
            throw new IllegalArgumentException(
                    "expected one axis for each of " + String.join(", ", sides) + " but got " + layout.axes());
        }
        this.layout = layout;
        this.written = List.copyOf(sides);
        this.names = new TreeSet<>(others);
        sides.forEach(side -> NAME.matcher(side)
                .results()
                .filter(name -> !Operators.isFunction(name.group()))
                .forEach(name -> names.add(name.group())));
        Set<String> known = new TreeSet<>(names);
        if (layout.lacksBatch()) {
            known.addAll(BATCHES);
        }
        this.parser = new SideParser(new Symbols(known, Set.of(), Map.of()));
        Map<String, String> domains = new LinkedHashMap<>();
        known.forEach(name -> domains.put(Symbols.canonical(name), "integer"));
        this.equality = new Equality(domains);
        this.key = sides.stream().map(parser::side).toList();
    }

    @Override
    public Reading read(String given) {
        return new Laid(this, parser.sides(given));
    }

    private Layout.Given beside(List<Expression> sides, List<Expression> truth) {
        return new Layout.Given() {
            @Override
            public int rank() {
                return sides.size();
            }

            @Override
            public boolean fits(int place, char axis) {
                int truly = layout.axes().indexOf(axis);
                Expression side = sides.get(place);
                return truly < 0 ? isBatch(side) : equality.holds(side, truth.get(truly));
            }
        };
    }

    /** A batch of any size, or of 1. */
    private static boolean isBatch(Expression side) {
        return side.text().equals("1") || (side instanceof Name name && BATCHES.contains(name.name()));
    }

    private boolean same(List<Expression> sides, List<Expression> others) {
        return sides.size() == others.size()
                && IntStream.range(0, sides.size()).allMatch(i -> equality.holds(sides.get(i), others.get(i)));
    }

    private boolean holdsAsMany(List<Expression> sides) {
        return sides.size() <= MOST && equality.holds(product(sides), product(key));
    }

    private static Expression product(List<Expression> sides) {
        return sides.stream().reduce((a, b) -> Expression.apply("*", a, b)).orElseThrow();
    }

    /** Right answers in the ways of writing them that are usual. */
    public List<String> spellings() {
        List<String> spellings = new ArrayList<>();
        for (String order : layout.orders()) {
            List<String> laid = order.chars()
                    .mapToObj(axis -> layout.axes().indexOf(axis) < 0
                            ? "N"
                            : written.get(layout.axes().indexOf(axis)))
                    .toList();
            spellings.addAll(List.of(
                    crossed(laid, "x"),
                    crossed(laid, " x "),
                    "(" + String.join(",", laid) + (laid.size() == 1 ? ",)" : ")"),
                    "(" + String.join(", ", laid) + (laid.size() == 1 ? ",)" : ")")));
        }
        return spellings.stream().distinct().toList();
    }

    /** Sides with a sum in them need brackets beside a cross. */
    private static String crossed(List<String> sides, String cross) {
        return sides.stream()
                .map(side -> PLAIN.matcher(side).matches() ? side : "(" + side + ")")
                .collect(Collectors.joining(cross));
    }

    @Override
    public String key() {
        return crossed(written, "x");
    }

    @Override
    public String form() {
        return "a shape in " + String.join(", ", names) + " and numbers, such as 2x"
                + names.iterator().next();
    }
}
