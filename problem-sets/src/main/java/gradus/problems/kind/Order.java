package gradus.problems.kind;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import gradus.problems.expression.ExpressionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All items in the right order: one order, or every order that keeps some items before others. */
public final class Order implements Kind {
    private final Map<String, String> items;
    private final Names names;
    private final List<String> key;
    private final List<List<String>> before;

    private record Ordered(Order kind, List<String> order) implements Reading {
        @Override
        public Verdict verdict(double credits) {
            if (kind.before.isEmpty()) {
                return Verdict.of(order.equals(kind.key), credits);
            }
            return kind.before.stream()
                    .filter(pair -> order.indexOf(pair.get(0)) > order.indexOf(pair.get(1)))
                    .findFirst()
                    .map(pair -> Verdict.wrong("Here " + pair.get(1) + " stands before " + pair.get(0) + "."))
                    .orElseGet(() -> Verdict.right(credits));
        }

        @Override
        public boolean means(Reading other) {
            return other instanceof Ordered ordered && order.equals(ordered.order);
        }
    }

    @JsonCreator
    public Order(
            @JsonProperty(value = "items", required = true) Map<String, String> items,
            @JsonProperty("key") @Nullable String key,
            @JsonProperty("before") @Nullable List<String> before) {
        if ((key == null) == (before == null)) {
            throw new IllegalArgumentException("expected either a key or what stands before what");
        }
        this.items = new LinkedHashMap<>(items);
        this.names = new Names(items.keySet());
        this.before =
                before == null ? List.of() : before.stream().map(names::list).toList();
        if (this.before.stream().anyMatch(pair -> pair.size() != 2)) {
            throw new IllegalArgumentException("expected pairs of items, the first before the second");
        }
        this.key = key == null ? sorted() : complete(Objects.requireNonNull(key));
    }

    /** The first order that keeps everything in its place. */
    private List<String> sorted() {
        List<String> left = new java.util.ArrayList<>(names.known()), sorted = new java.util.ArrayList<>();
        while (!left.isEmpty()) {
            String next = left.stream()
                    .filter(item ->
                            before.stream().noneMatch(pair -> pair.get(1).equals(item) && left.contains(pair.get(0))))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("expected an order but got a circle"));
            left.remove(next);
            sorted.add(next);
        }
        return sorted;
    }

    @Override
    public Reading read(String given) {
        return new Ordered(this, complete(given));
    }

    private List<String> complete(String text) {
        List<String> order = names.list(text);
        if (order.size() < names.known().size()) {
            throw new ExpressionException(
                    Math.max(1, text.length()),
                    "expected all of " + String.join(", ", names.known()) + " but got " + order.size() + " of them");
        }
        return order;
    }

    /** The items in the right order; where several are right, one of them. */
    public List<String> sequence() {
        return key;
    }

    /** What must stand before what, in pairs; empty where only one order is right. */
    public List<List<String>> before() {
        return before;
    }

    @Override
    public String key() {
        return String.join(", ", key);
    }

    @Override
    public String form() {
        return "all of " + String.join(", ", names.known()) + " in order, run together or with commas";
    }

    @Override
    public Map<String, String> shown() {
        return items;
    }
}
