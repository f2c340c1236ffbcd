package gradus.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.subject.Failure.Code;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Loss;
import gradus.tensor.Mode;
import gradus.tensor.NotAttempted;
import gradus.tensor.Parameter;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LocalSubjectTest {
    /** y = x w, wrong on purpose in nothing. */
    public static final class Scale implements Layer {
        private final Parameter w;
        private Tensor running = Tensor.zeros(2);
        private Mode mode = Mode.TRAIN;

        public Scale(int inputs) {
            w = new Parameter("w", inputs);
        }

        @Override
        public Tensor forward(Tensor x) {
            running = x.sum(0);
            return mode == Mode.EVAL ? x : x.times(w.value());
        }

        @Override
        public Tensor backward(Tensor dy) {
            w.addGradient(dy.sum(0));
            return dy.times(w.value());
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(w);
        }

        @Override
        public Map<String, Tensor> state() {
            return Map.of("running", running);
        }

        @Override
        public void mode(Mode mode) {
            this.mode = mode;
        }
    }

    @Test
    void parameters_are_written_and_read_by_name() {
        Instance scale = new LocalSubject(Scale.class).create(2L);

        scale.write(Map.of("w", Tensor.of(2, 3), "w.gradient", Tensor.of(10, 10)));
        Tensor y = scale.call("forward", rows()).tensor();
        scale.call("backward", rows());

        assertThat(y.toArray()).containsExactly(2, 6, 6, 12);
        assertThat(scale.read().keySet()).containsExactly("running", "w", "w.gradient");
        assertThat(read(scale, "w.gradient").toArray()).containsExactly(14, 16);
        assertThat(read(scale, "running").toArray()).containsExactly(4, 6);
    }

    @Test
    void what_is_read_is_a_copy() {
        Instance scale = new LocalSubject(Scale.class).create(2);

        read(scale, "w").fill(7);

        assertThat(read(scale, "w").toArray()).containsExactly(0, 0);
    }

    @Test
    void the_name_of_a_constant_stands_for_it() {
        Instance scale = new LocalSubject(Scale.class).create(2);

        Answer nothing = scale.call("mode", "EVAL");

        assertThat(nothing.values()).isEmpty();
        assertThat(scale.call("forward", rows()).tensor().toArray()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void an_unknown_parameter_is_missing() {
        Instance scale = new LocalSubject(Scale.class).create(2);

        Failure failure = failure(() -> scale.write(Map.of("b", Tensor.of(1))));

        assertThat(failure.code()).isEqualTo(Code.MISSING);
        assertThat(failure).hasMessage("parameters(): expected b but found running and w. Keep the skeleton's names.");
    }

    @Test
    void a_parameter_of_another_shape_is_refused() {
        Instance scale = new LocalSubject(Scale.class).create(2);

        Failure failure = failure(() -> scale.write(Map.of("w", Tensor.of(1, 2, 3))));

        assertThat(failure.code()).isEqualTo(Code.WRONG_RETURN);
        assertThat(failure).hasMessage("Scale.parameters: expected w of shape (3) but got (2).");
    }

    /** Takes one of everything. */
    public static final class Options {
        private final String text;

        public Options(double rate, Seed seed, Reduction reduction, Window window) {
            text = rate + " " + seed.value() + " " + reduction + " " + window;
        }

        public String text(Shape shape, ToDoubleFunction<Tensor> function) {
            return text + " " + shape + " " + function.applyAsDouble(Tensor.of(1, 2));
        }
    }

    @Test
    void the_signature_converts() {
        List<Object> window = List.of(3L, 2L, 1L, 0L, 1L, 0L, 0L);
        Instance options = new LocalSubject(Options.class).create(0.5, 42L, "SUM", window);
        ToDoubleFunction<Tensor> sum = Tensor::sum;

        Answer answer = options.call("text", List.of(5L, 7L), sum);

        assertThat(answer.values().get(0)).isEqualTo("0.5 42 SUM " + Window.of(3, 2) + " (5, 7) 3.0");
    }

    @Test
    void a_window_comes_with_its_choices() {
        assertThat(window(5L, 3L, 2L, 1L, 4L, 1L, 0L)).contains(new Window(5, 3, 2, 1, 4, true, false).toString());
        assertThat(window(5L, 3L, 2L, 1L, 4L, 0L, 1L)).contains(new Window(5, 3, 2, 1, 4, false, true).toString());
        assertThat(failure(() -> window(5L, 3L, 2L, 1L, 4L)).code()).isEqualTo(Code.MISSING);
    }

    private static String window(Object... lengths) {
        Instance options = new LocalSubject(Options.class).create(0.5, 42L, "SUM", List.of(lengths));
        ToDoubleFunction<Tensor> sum = Tensor::sum;
        return (String) options.call("text", List.of(5L, 7L), sum).values().get(0);
    }

    @Test
    void values_that_need_no_conversion_are_taken_as_they_are() {
        LocalSubject options = new LocalSubject(Options.class);

        Instance instance = options.create(0.5, new Seed(42), Reduction.SUM, Window.of(3));

        assertThat(instance).isNotNull();
    }

    @Test
    void an_unknown_constant_fits_no_constructor() {
        Failure failure = failure(
                () -> new LocalSubject(Options.class).create(0.5, 42L, "MEDIAN", List.of(3L, 2L, 1L, 0L, 1L, 0L, 0L)));

        assertThat(failure.code()).isEqualTo(Code.MISSING);
        assertThat(failure)
                .hasMessage("expected a public constructor Options(double, int, enum with MEDIAN, Shape) in Options,"
                        + " but there is Options(double, Seed, Reduction, Window).");
    }

    /** Has a bridge: forward(Tensor, Object). */
    public static final class Labelled implements Loss<IntTensor> {
        @Override
        public double forward(Tensor prediction, IntTensor target) {
            return prediction.sum() + target.size();
        }

        @Override
        public Tensor backward() {
            throw new NotAttempted();
        }
    }

    @Test
    void bridges_are_passed_over() {
        Instance loss = new LocalSubject(Labelled.class).create();

        Failure failure = failure(() -> loss.call("forward", rows(), rows()));

        assertThat(loss.call("forward", rows(), IntTensor.of(1)).number()).isEqualTo(11);
        assertThat(failure.code()).isEqualTo(Code.MISSING);
        assertThat(failure)
                .hasMessage(
                        "expected a public method forward(Tensor, Tensor) in Labelled, but there is forward(Tensor, IntTensor).");
    }

    @Test
    void what_is_not_attempted_says_so() {
        Instance loss = new LocalSubject(Labelled.class).create();

        Failure failure = failure(() -> loss.call("backward"));

        assertThat(failure.code()).isEqualTo(Code.NOT_ATTEMPTED);
        assertThat(failure).hasMessage("Labelled.backward: not attempted yet.");
    }

    /** One wrong thing a method. */
    @SuppressWarnings({"DoNotCallSuggester", "InfiniteRecursion", "NarrowCalculation", "NullAway"})
    public static final class Wrong {
        private record Pair(Tensor dq, @Nullable Tensor dk) {}

        public Object nothing() {
            return null;
        }

        public Thread thread() {
            return new Thread();
        }

        public Object half() {
            return new Pair(Tensor.of(1), null);
        }

        public Object whole() {
            return new Pair(Tensor.of(1), Tensor.of(2));
        }

        public Object overwrites(Tensor lent, Tensor other) {
            other.fill(9);
            return lent;
        }

        public double divides(int by) {
            return 1 / by;
        }

        public double recursion(double x) {
            return 1 + recursion(x + 1);
        }

        public double memory() {
            throw new OutOfMemoryError("Java heap space");
        }

        public double forges() {
            throw new Failure(Code.INFRA, "the disk is full", null);
        }

        public double rude() {
            throw new IllegalStateException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw this;
                }
            };
        }

        double hidden() {
            return 1;
        }
    }

    private static Failure wrong(String method, Object... arguments) {
        Instance wrong = new LocalSubject(Wrong.class).create();
        return failure(() -> wrong.call(method, arguments));
    }

    @Test
    void null_is_a_wrong_return() {
        assertThat(wrong("nothing").code()).isEqualTo(Code.WRONG_RETURN);
        assertThat(wrong("nothing"))
                .hasMessage("Wrong.nothing: expected a tensor, a number or a record of them but got null.");
    }

    @Test
    void an_object_that_cannot_be_judged_is_a_wrong_return() {
        assertThat(wrong("thread"))
                .hasMessage("Wrong.thread: expected a tensor, a number or a record of them but got Thread.");
    }

    @Test
    void null_in_a_record_is_named() {
        assertThat(wrong("half"))
                .hasMessage("Wrong.half: dk: expected a tensor, a number or a record of them but got null.");
    }

    @Test
    void the_components_of_a_record_have_names() {
        Answer answer = new LocalSubject(Wrong.class).create().call("whole");

        assertThat(answer.names()).containsExactly("dq", "dk");
        assertThat(answer.tensor("dk").toArray()).containsExactly(2);
        assertThat(failure(answer::tensor)).hasMessage("result: expected one result but got components [dq, dk].");
        assertThat(failure(() -> answer.tensor("dv")))
                .hasMessage("result: expected a record with a component dv but got components [dq, dk].");
    }

    @Test
    void another_kind_of_result_is_a_failure_of_the_answer() {
        Answer number = new Answer(List.of(""), List.of(1.5), List.of());

        assertThat(failure(number::tensor).code()).isEqualTo(Code.WRONG_RETURN);
        assertThat(failure(number::tensor)).hasMessage("result: expected a tensor but got a number.");
    }

    @Test
    void a_written_argument_is_noticed_and_the_lender_keeps_hers() {
        Tensor mine = Tensor.of(1, 2);

        Answer answer = new LocalSubject(Wrong.class).create().call("overwrites", Tensor.of(0), mine);

        assertThat(answer.changed()).containsExactly(1);
        assertThat(mine.toArray()).containsExactly(1, 2);
    }

    @Test
    void an_exception_comes_with_its_line() {
        Failure failure = wrong("divides", 0);

        assertThat(failure.code()).isEqualTo(Code.EXCEPTION);
        assertThat(failure).hasMessage("Wrong.divides threw ArithmeticException: / by zero.");
        assertThat(failure.place()).matches("LocalSubjectTest\\.java:\\d+");
    }

    @Test
    void endless_recursion_is_an_exception() {
        Failure failure = wrong("recursion", 1.0);

        assertThat(failure.code()).isEqualTo(Code.EXCEPTION);
        assertThat(failure).hasMessage("Wrong.recursion threw StackOverflowError.");
        assertThat(failure.place()).startsWith("LocalSubjectTest.java:");
    }

    @Test
    void memory_has_a_code_of_its_own() {
        assertThat(wrong("memory").code()).isEqualTo(Code.OUT_OF_MEMORY);
    }

    @Test
    void a_failure_thrown_by_a_student_is_only_an_exception() {
        assertThat(wrong("forges").code()).isEqualTo(Code.EXCEPTION);
        assertThat(wrong("forges")).hasMessage("Wrong.forges threw Failure: the disk is full.");
    }

    @Test
    void a_throwable_that_throws_is_named_by_its_class() {
        assertThat(wrong("rude").code()).isEqualTo(Code.EXCEPTION);
        assertThat(wrong("rude").getMessage()).startsWith("Wrong.rude threw");
    }

    @Test
    void a_method_that_is_not_public_is_missing() {
        assertThat(wrong("hidden").code()).isEqualTo(Code.MISSING);
        assertThat(wrong("hidden")).hasMessage("expected a public method hidden() in Wrong, but it is not public.");
        assertThat(wrong("absent")).hasMessage("expected a public method absent() in Wrong, but there is none.");
    }

    static final class Private {}

    public abstract static class Unfinished {}

    @Test
    void a_class_must_be_public_and_concrete() {
        assertThat(failure(() -> new LocalSubject(Private.class).create()))
                .hasMessage("Private: expected a public class but got one that is not public.");
        assertThat(failure(() -> new LocalSubject(Unfinished.class).create()).code())
                .isEqualTo(Code.MISSING);
    }

    @Test
    void a_changed_constructor_is_missing() {
        assertThat(failure(() -> new LocalSubject(Scale.class).create(5, 7)))
                .hasMessage("expected a public constructor Scale(int, int) in Scale, but there is Scale(int).");
    }

    @Test
    void a_constant_is_asked_for_by_its_type() {
        String message = "expected a public constructor Scale(Reduction) in Scale, but there is Scale(int).";

        assertThat(failure(() -> new LocalSubject(Scale.class).create("SUM"))).hasMessage(message);
        assertThat(failure(() -> new LocalSubject(Scale.class).create(Reduction.SUM)))
                .hasMessage(message);
    }

    /** Keeps what it is lent, and uses it up later. */
    public static final class Late implements Layer {
        private Tensor x = Tensor.zeros(1);
        private Tensor dy = Tensor.zeros(1);

        @Override
        public Tensor forward(Tensor now) {
            dy.fill(7);
            x = now;
            return now;
        }

        @Override
        public Tensor backward(Tensor now) {
            x.assign(x.greater(0));
            dy = now;
            return now.times(x);
        }

        public Tensor rest(Tensor a, Tensor b) {
            return a.plus(b);
        }
    }

    @Test
    void what_was_lent_earlier_counts_behind_the_own_arguments() {
        Instance late = new LocalSubject(Late.class).create();
        Tensor mine = Tensor.of(-1, 2);

        assertThat(late.call("forward", mine).changed()).isEmpty();
        assertThat(late.call("backward", mine).changed()).containsExactly(1);
        assertThat(late.call("rest", mine, mine).changed()).containsExactly(2);
        assertThat(late.call("forward", mine).changed()).containsExactly(1, 2);
        assertThat(late.call("rest", mine, mine).changed()).containsExactly(3);
        assertThat(mine.toArray()).containsExactly(-1, 2);
    }

    @Test
    void loans_are_counted_from_the_own_ones_to_those_of_the_latest_forward_and_backward() {
        Loans<String> loans = new Loans<>();

        assertThat(loans.call("backward", List.of("dy"))).containsExactly("dy");
        assertThat(loans.call("forward", List.of("x", "labels"))).containsExactly("x", "labels", "dy");
        assertThat(loans.call("other", List.of("a"))).containsExactly("a", "x", "labels", "dy");
        assertThat(loans.call("forward", List.of("x2"))).containsExactly("x2", "x", "labels", "dy");
        assertThat(loans.call("backward", List.of("dy2"))).containsExactly("dy2", "x2", "dy");
    }

    /** Swallows what is written. */
    public static final class Forgetful implements Layer {
        @Override
        public Tensor forward(Tensor x) {
            return x;
        }

        @Override
        public Tensor backward(Tensor dy) {
            return dy;
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("w", 2));
        }
    }

    @Test
    void parameters_made_anew_at_every_call_are_noticed() {
        Instance forgetful = new LocalSubject(Forgetful.class).create();

        Failure failure = failure(() -> forgetful.write(Map.of("w", Tensor.of(1, 2))));

        assertThat(failure.code()).isEqualTo(Code.WRONG_RETURN);
        assertThat(failure)
                .hasMessage(
                        "Forgetful.parameters: expected the same objects at every call but got new ones. Keep them in fields.");
    }

    private static Tensor read(Instance instance, String name) {
        return Objects.requireNonNull(instance.read().get(name));
    }

    private static Tensor rows() {
        return Tensor.of(new double[][] {{1, 2}, {3, 4}});
    }

    private static Failure failure(ThrowingCallable call) {
        return catchThrowableOfType(Failure.class, call);
    }
}
