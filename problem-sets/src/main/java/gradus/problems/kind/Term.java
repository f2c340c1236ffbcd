package gradus.problems.kind;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import gradus.problems.expression.ExpressionException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Short terms: one, or the first so many of a list, each known under several names. */
public final class Term implements Kind {
    private static final Pattern SEPARATOR = Pattern.compile("[,;/\\n]| and | und | or | oder | & |\\+ ");
    private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\)");

    private final int count;
    private final double mixed;
    private final List<List<String>> groups;
    private final List<Set<String>> folded;

    /** The terms written, folded, and the whole text as one. */
    private record Said(Term kind, List<String> terms) implements Reading {
        @Override
        public Verdict verdict(double credits) {
            Set<Integer> found = new HashSet<>();
            List<String> missed = new ArrayList<>();
            for (String term : kind.counted(terms)) {
                kind.group(term).filter(found::add).ifPresentOrElse(group -> {}, () -> missed.add(term));
            }
            boolean right = found.size() >= kind.count;
            boolean spoilt = terms.stream().anyMatch(term -> kind.group(term).isEmpty());
            double earned = credits * Math.min(found.size(), kind.count) / kind.count * (spoilt ? kind.mixed : 1);
            return right && (kind.mixed == 1 || !spoilt)
                    ? Verdict.right(credits)
                    : new Verdict(false, earned, found.isEmpty() ? "" : found.size() + " of " + kind.count + " count.");
        }

        /** A listed answer is found among several, too. */
        @Override
        public boolean means(Reading other) {
            return other instanceof Said said
                    && said.terms.stream().allMatch(term -> terms.stream().anyMatch(own -> Words.same(own, term)));
        }
    }

    @JsonCreator
    public Term(
            @JsonProperty("key") @Nullable List<String> key,
            @JsonProperty("name") @Nullable Integer name,
            @JsonProperty("of") @Nullable List<List<String>> of,
            @JsonProperty("mixed") @Nullable Double mixed) {
        if ((key == null) == (of == null)) {
            throw new IllegalArgumentException("expected either a key or a list of synonyms under 'of'");
        }
        this.groups = key == null ? of : List.of(key);
        this.count = name == null ? 1 : name;
        this.mixed = mixed == null ? 1 : mixed;
        if (count < 1 || count > groups.size()) {
            throw new IllegalArgumentException("expected at least as many terms as are to be named");
        }
        this.folded = groups.stream()
                .map(group -> Set.copyOf(
                        new HashSet<>(group.stream().map(Words::folded).toList())))
                .toList();
    }

    @Override
    public Reading read(String given) {
        String whole = Words.folded(given);
        if (whole.isEmpty()) {
            throw new ExpressionException(1, "expected words but got '" + given.strip() + "'");
        }
        return new Said(this, group(whole).isPresent() ? List.of(whole) : split(given, whole));
    }

    /** The first terms count; where a mixture has a price of its own, all do. */
    private List<String> counted(List<String> terms) {
        return mixed == 1 ? terms.subList(0, Math.min(count, terms.size())) : terms;
    }

    private List<String> split(String given, String whole) {
        String plain = ASIDE.matcher(given).replaceAll(" ");
        List<String> terms = Stream.of(SEPARATOR.split(plain, -1))
                .map(Words::folded)
                .filter(term -> !term.isEmpty())
                .toList();
        return terms.isEmpty() ? List.of(whole) : terms;
    }

    /** The terms that a text names: an exact one before one with a typing error. */
    private Optional<Integer> group(String term) {
        for (int i = 0; i < folded.size(); i++) {
            if (folded.get(i).contains(term)) {
                return Optional.of(i);
            }
        }
        for (int i = 0; i < folded.size(); i++) {
            if (folded.get(i).stream().anyMatch(known -> Words.same(term, known))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** How many terms are asked for. */
    public int count() {
        return count;
    }

    /** The terms that count, each with its synonyms. */
    public List<List<String>> groups() {
        return groups;
    }

    @Override
    public String key() {
        return groups.stream()
                .map(group -> group.get(0))
                .reduce((a, b) -> a + (count == groups.size() ? ", " : " or ") + b)
                .orElse("");
    }

    @Override
    public String form() {
        return count == 1 ? "a short term" : count + " short terms, separated by commas";
    }
}
