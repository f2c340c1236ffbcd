package gradus.reference;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/** Watches all properties: one over {@link Values} passes only when every kind has been tried, and none of them merely assumed away. */
public final class EveryKindTried implements AroundPropertyHook, AroundTryHook {
    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public boolean appliesTo(Optional<AnnotatedElement> element) {
        return element.filter(Method.class::isInstance)
                .map(method -> List.of(((Method) method).getParameterTypes()).contains(Values.class))
                .orElse(false);
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor once, List<Object> parameters) {
        TryExecutionResult result = once.execute(parameters);
        if (result.isSatisfied()) {
            untried().removeAll(parameters);
        }
        return result;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyExecutionResult result = property.execute();
        boolean passes = result.status() == Status.SUCCESSFUL;
        return passes && !untried().isEmpty() && !replays(context, result) ? result.mapToFailed(message()) : result;
    }

    private static String message() {
        return "@ForAll Values: expected tries of every kind but there was none of " + untried()
                + ". Raise tries, or assume less.";
    }

    /** Only the last failing example was asked for. */
    private static boolean replays(PropertyLifecycleContext context, PropertyExecutionResult result) {
        return context.attributes().afterFailure().equals(Optional.of(AfterFailureMode.SAMPLE_ONLY))
                && result.countTries() == 1;
    }

    private static Set<Values> untried() {
        return Store.getOrCreate(EveryKindTried.class, Lifespan.PROPERTY, () -> EnumSet.allOf(Values.class))
                .get();
    }
}
