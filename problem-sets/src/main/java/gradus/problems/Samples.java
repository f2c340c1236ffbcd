package gradus.problems;

import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What happens with all numbers: with some that keep the rules, fit to be set or not. Each question is settled once. */
final class Samples {
    private final Supplier<List<Map<String, Tensor>>> sampling;
    private final Model model;
    private final Map<Object, Boolean> settled = new ConcurrentHashMap<>();
    private @Nullable List<Sample> samples;

    private record Alike(Trial a, Trial b, String id) {}

    Samples(Supplier<List<Map<String, Tensor>>> sampling, Model model) {
        this.sampling = sampling;
        this.model = model;
    }

    boolean areSilent(Trial trial) {
        return always(trial, sample -> sample.isSilent(trial));
    }

    boolean areZero(String id) {
        return always(id, sample -> sample.isZero(id));
    }

    boolean coincide(String a, String b) {
        return always(List.of(a, b), sample -> sample.coincide(a, b));
    }

    boolean areAlike(Trial a, Trial b, String id) {
        return always(new Alike(a, b, id), sample -> sample.areAlike(a, b, id));
    }

    boolean areAt(Rejection kink, Kinks kinks) {
        return always(kink, sample -> kinks.of(sample.workings()) == kink);
    }

    private boolean always(Object question, Predicate<Sample> condition) {
        Boolean known = settled.get(question);
        if (known == null) {
            known = settle(condition);
            settled.put(question, known);
        }
        return known;
    }

    /** One thread at a time: workings are not shared. */
    private synchronized boolean settle(Predicate<Sample> condition) {
        List<Sample> drawn = samples;
        if (drawn == null) {
            drawn = sampling.get().stream()
                    .map(given -> new Sample(given, model.over(given)))
                    .toList();
            samples = drawn;
        }
        return drawn.stream().allMatch(condition);
    }
}
