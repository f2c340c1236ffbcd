package gradus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.subject.Answer;
import gradus.subject.Failure;
import gradus.subject.Failure.Code;
import gradus.subject.Instance;
import gradus.subject.Subject;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Objective;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class WorkshopEndToEndTest {
    private static final String EVERYTHING = """
            public final class Everything implements Trainable {
                public record Output(Tensor y, double loss) {}
                private final Parameter w = new Parameter("w", 2);
                private final String given;
                public Everything(int n, double rate, Seed seed, Reduction reduction) { given = n + " " + rate + " " + seed.value() + " " + reduction; }
                public String given(Window window, Shape shape) { return given + " " + window.stride() + " " + shape; }
                public Output forward(Tensor x, IntTensor labels) { System.out.println("forward " + labels); return new Output(x.times(w.value()), labels.size()); }
                public void backward(Tensor dy) { w.addGradient(dy); dy.fill(0); }
                public Tensor numerical(java.util.function.ToDoubleFunction<Tensor> f, Tensor x) { return Tensor.of(f.applyAsDouble(x), f.applyAsDouble(x.times(2))); }
                public Tensor twice(java.util.function.UnaryOperator<Tensor> f, Tensor x) { return f.apply(f.apply(x)); }
                public Tensor descend(Objective f, Tensor x) { return f.value(x) > 0 ? x.minus(f.gradient(x)) : x; }
                public Tensor residual(Layer branch, Tensor x) { return x.plus(branch.forward(x)).plus(branch.backward(x)); }
                public Tensor huge() { return Tensor.zeros(9000000); }
                public String caught(java.util.function.UnaryOperator<Tensor> f, Tensor x) { try { f.apply(x); return "fine"; } catch (IllegalArgumentException e) { return e.getMessage(); } }
                @Override public List<Parameter> parameters() { return List.of(w); }
            }
            """;

    private Sandbox sandbox;
    private Workshop everything;
    private Subject subject;

    @BeforeAll
    void open() {
        sandbox = Sandbox.open(Confinement.AUTO, Limits.standard());
        everything = sandbox.workshop(List.of(Sources.exercise("Everything", EVERYTHING)));
        assertThat(everything.compile("attack.Everything").problems()).isEmpty();
        subject = everything.subject("attack.Everything");
    }

    @AfterAll
    void close() {
        subject.close();
        everything.close();
        sandbox.close();
    }

    private Instance everything() {
        return subject.create(3, 0.5, new Seed(42), Reduction.SUM);
    }

    @Test
    void the_signature_converts_at_the_other_end() {
        Answer answer = everything().call("given", Window.of(3).stride(2), List.of(5L, 7L));

        assertThat(answer.values()).isEqualTo(List.of("3 0.5 42 SUM 2 (5, 7)"));
    }

    @Test
    void parameters_gradients_records_and_changed_arguments_cross() {
        Instance instance = everything();
        Tensor mine = Tensor.of(5, 6);

        instance.write(Map.of("w", Tensor.of(2, 3), "w.gradient", Tensor.of(1, 1)));
        Answer output = instance.call("forward", Tensor.of(1, 2), IntTensor.of(7, 8, 9));
        Answer nothing = instance.call("backward", mine);

        assertThat(output.names()).containsExactly("y", "loss");
        assertThat(output.tensor("y").toArray()).containsExactly(2, 6);
        assertThat(nothing.values()).isEmpty();
        assertThat(nothing.changed()).containsExactly(0);
        assertThat(mine.toArray()).containsExactly(5, 6);
        assertThat(Objects.requireNonNull(instance.read().get("w.gradient")).toArray())
                .containsExactly(6, 7);
    }

    @Test
    void what_was_lent_earlier_and_is_written_to_later_crosses() {
        Source late = Sources.exercise("Late", """
                public final class Late implements Layer {
                    private Tensor x, dy;
                    @Override public Tensor forward(Tensor now) { if (dy != null) dy.fill(7); x = now; return now; }
                    @Override public Tensor backward(Tensor now) { x.assign(x.greater(0)); dy = now; return now.times(x); }
                }
                """);
        try (Workshop workshop = sandbox.workshop(List.of(late))) {
            assertThat(workshop.compile("attack.Late").problems()).isEmpty();
            Instance layer = workshop.subject("attack.Late").create();

            assertThat(layer.call("forward", Tensor.of(-1, 2)).changed()).isEmpty();
            assertThat(layer.call("backward", Tensor.of(1, 1)).changed()).containsExactly(1);
            assertThat(layer.call("forward", Tensor.of(3)).changed()).containsExactly(1, 2);
        }
    }

    @Test
    void what_is_printed_is_kept() {
        Source prints = Sources.layer(
                "Prints", "System.out.println(\"x is \" + x.shape()); System.err.print(\"ü\"); return x;");
        try (Workshop workshop = sandbox.workshop(List.of(prints))) {
            Attacks.forward(workshop, "Prints");

            assertThat(workshop.output("attack.Prints")).isEqualTo("x is (2)\nü");
        }
    }

    @Test
    void a_process_is_fresh_until_a_subject_leaves_it_and_again_when_it_is_retired() {
        Source leaves = Sources.layer(
                "Leaves",
                "System.out.println(System.getProperty(\"left\")); System.setProperty(\"left\", \"here\"); return x;");
        try (Workshop workshop = sandbox.workshop(List.of(leaves))) {
            assertThat(workshop.isFresh()).isTrue();
            Attacks.forward(workshop, "Leaves");
            assertThat(workshop.output("attack.Leaves")).isEqualTo("null\n");

            assertThat(workshop.isFresh()).isFalse();
            Attacks.forward(workshop, "Leaves");
            assertThat(workshop.output("attack.Leaves")).isEqualTo("here\n");

            workshop.retire();
            assertThat(workshop.isFresh()).isTrue();
            Attacks.forward(workshop, "Leaves");
            assertThat(workshop.output("attack.Leaves")).isEqualTo("null\n");
        }
    }

    @Test
    void many_writes_are_not_waited_for() {
        Instance instance = everything();

        for (int i = 0; i < 500; i++) {
            instance.write(Map.of("w", Tensor.of(i, i)));
        }

        assertThat(Objects.requireNonNull(instance.read().get("w")).toArray()).containsExactly(499, 499);
    }

    @Test
    void what_is_written_later_is_not_what_was_sent() {
        Instance instance = everything();
        Tensor value = Tensor.of(1, 2);

        instance.write(Map.of("w", value));
        value.fill(9);

        assertThat(Objects.requireNonNull(instance.read().get("w")).toArray()).containsExactly(1, 2);
    }

    @Test
    void a_write_that_fails_explains_the_next_call() {
        Instance instance = everything();

        instance.write(Map.of("b", Tensor.of(1)));
        Failure failure = failure(() -> instance.call("backward", Tensor.of(1, 1)));

        assertThat(failure.code()).isEqualTo(Code.MISSING);
        assertThat(failure).hasMessage("parameters(): expected b but found w. Keep the skeleton's names.");
        assertThat(instance.call("backward", Tensor.of(1, 1)).values()).isEmpty();
    }

    @Test
    void given_functions_are_called_here() {
        ToDoubleFunction<Tensor> sum = Tensor::sum;
        UnaryOperator<Tensor> twice = x -> x.times(2);

        assertThat(everything().call("numerical", sum, Tensor.of(1, 2)).tensor().toArray())
                .containsExactly(3, 6);
        assertThat(everything().call("twice", twice, Tensor.of(1, 2)).tensor().toArray())
                .containsExactly(4, 8);
    }

    @Test
    void objectives_and_layers_are_called_here() {
        Objective square = new Objective() {
            @Override
            public double value(Tensor x) {
                return x.dot(x);
            }

            @Override
            public Tensor gradient(Tensor x) {
                return x.times(2);
            }
        };
        Layer negate = new Layer() {
            @Override
            public Tensor forward(Tensor x) {
                return x.negate();
            }

            @Override
            public Tensor backward(Tensor dy) {
                return dy.times(5);
            }
        };

        assertThat(everything().call("descend", square, Tensor.of(3)).tensor().toArray())
                .containsExactly(-3);
        assertThat(everything().call("residual", negate, Tensor.of(3)).tensor().toArray())
                .containsExactly(15);
    }

    @Test
    void a_given_function_that_refuses_is_an_exception_there() {
        UnaryOperator<Tensor> fussy = x -> x.matmul(x);

        Answer answer = everything().call("caught", fussy, Tensor.zeros(2, 3));

        assertThat((String) answer.values().get(0)).startsWith("Tensor.matmul: (2, 3) and (2, 3) do not fit");
    }

    @Test
    void a_given_function_may_ask_the_process_that_waits_for_it() {
        Instance inner = everything();
        UnaryOperator<Tensor> twice = x -> x.times(2);
        UnaryOperator<Tensor> fourTimes = x -> inner.call("twice", twice, x).tensor();

        assertThat(everything().call("twice", fourTimes, Tensor.of(1)).tensor().toArray())
                .containsExactly(16);
    }

    @Test
    void an_answer_that_is_too_large_is_a_wrong_return() {
        Failure failure = failure(() -> everything().call("huge"));

        assertThat(failure.code()).isEqualTo(Code.WRONG_RETURN);
        assertThat(failure).hasMessageStartingWith("result: expected a frame of at most 67108864 bytes");
    }

    @Test
    void a_missing_method_and_constructor_are_named() {
        assertThat(failure(() -> everything().call("step", Tensor.of(1))))
                .hasMessage("expected a public method step(Tensor) in Everything, but there is none.");
        assertThat(failure(() -> subject.create(3)))
                .hasMessage(
                        "expected a public constructor Everything(int) in Everything, but there is Everything(int, double, Seed, Reduction).");
    }

    @Test
    void an_exercise_must_be_compiled_first() {
        assertThatThrownBy(() -> everything.subject("attack.Relu"))
                .hasMessage("Workshop.subject: expected a compiled exercise but got attack.Relu.");
    }

    @Test
    void an_error_costs_only_the_exercises_that_need_the_file() {
        Source broken = Sources.exercise("Broken", "public final class Broken {\n    int x = \"text\";\n}\n");
        Source needs = Sources.layer("Needs", "return x;", "Broken b = new Broken();");
        try (Workshop workshop = sandbox.workshop(List.of(Sources.relu(), broken, needs))) {
            assertThat(workshop.compile("attack.Relu").ok()).isTrue();
            assertThat(workshop.compile("attack.Broken").problems())
                    .containsExactly(new Problem(
                            "src/Broken.java",
                            7,
                            13,
                            "incompatible types: java.lang.String cannot be converted to int"));
            assertThat(workshop.compile("attack.Needs").problems())
                    .extracting(Problem::path)
                    .containsExactly("src/Broken.java");
        }
    }

    @Test
    void a_file_may_be_called_and_lie_as_it_likes() {
        Source umlaut =
                new Source("Abgabe Müller/Größe (1).java", Sources.relu().text());
        Source greek = Sources.exercise("x", "public final class Größe { public double α() { return 1; } }");
        try (Workshop workshop = sandbox.workshop(List.of(umlaut, greek))) {
            assertThat(workshop.declaring("attack.Relu")).containsExactly("Abgabe Müller/Größe (1).java");
            assertThat(workshop.compile("attack.Relu").problems()).isEmpty();
            assertThat(workshop.compile("attack.Größe").problems()).isEmpty();
            assertThat(workshop.subject("attack.Größe").create().call("α").number())
                    .isEqualTo(1);
        }
    }

    @Test
    void files_that_cannot_be_parsed_are_indexed_as_far_as_possible() {
        Source half = Sources.exercise("Half", "public final class Half { public void f( { ");
        Source prose = new Source("README.java", "This is not Java.");
        try (Workshop workshop = sandbox.workshop(List.of(half, prose))) {
            List<Declaration> index = workshop.index();

            assertThat(index.get(0).types()).containsExactly("Half");
            assertThat(index.get(0).problems().get(0).line()).isEqualTo(6);
            assertThat(index.get(1).accepted()).isFalse();
            assertThat(index.get(1).problems()).isNotEmpty();
            assertThat(workshop.compile("attack.Half").ok()).isFalse();
        }
    }

    @Test
    void a_type_that_is_missing_or_there_twice_is_not_compiled() {
        Source other = new Source("copy/Relu.java", Sources.relu().text());
        try (Workshop workshop = sandbox.workshop(List.of(Sources.relu(), other))) {
            String twice = "expected one class gradus.exercises.attack.Relu but got 2: src/Relu.java, copy/Relu.java.";

            assertThat(workshop.declaring("attack.Relu")).containsExactly("src/Relu.java", "copy/Relu.java");
            assertThat(workshop.compile("attack.Relu").problems())
                    .containsExactly(
                            new Problem("src/Relu.java", 0, 0, twice), new Problem("copy/Relu.java", 0, 0, twice));
            assertThat(workshop.declaring("attack.Tanh")).isEmpty();
            assertThat(workshop.compile("attack.Tanh").problems())
                    .containsExactly(
                            new Problem("", 0, 0, "expected a class gradus.exercises.attack.Tanh but got none."));
        }
    }

    @Test
    void a_helper_is_found_in_whichever_file_declares_it() {
        Source home = withHelper("Home", "x.times(2)");
        Source uses = Sources.layer("Uses", "return Helper.twice(x);");
        try (Workshop workshop = sandbox.workshop(List.of(home, uses))) {
            assertThat(Attacks.forward(workshop, "Uses").toArray()).containsExactly(-2, 4);
            assertThat(Attacks.forward(workshop, "Home").toArray()).containsExactly(-2, 4);
        }
    }

    @Test
    void a_helper_and_the_class_beside_it_may_both_be_needed() {
        Source home = withHelper("Home", "new Uses().forward(x)");
        Source uses = Sources.layer("Uses", "return Home.ONE > 0 ? x : Helper.twice(x);");
        Source both = Sources.layer("Both", "return new Home().forward(Helper.twice(x)).times(Home.ONE);");
        try (Workshop workshop = sandbox.workshop(List.of(home, uses, both))) {
            assertThat(Attacks.forward(workshop, "Both").toArray()).containsExactly(-1, 2);
        }
    }

    @Test
    void an_error_in_the_file_of_a_helper_is_shown_there() {
        Source home = withHelper("Home", "x.times(two)");
        Source uses = Sources.layer("Uses", "return Helper.twice(x);");
        try (Workshop workshop = sandbox.workshop(List.of(home, uses))) {
            assertThat(workshop.compile("attack.Uses").problems())
                    .extracting(Problem::path)
                    .containsExactly("src/Home.java");
        }
    }

    @Test
    void two_helpers_of_one_name_cost_the_exercises_that_use_them() {
        Source one = withHelper("One", "x.times(2)");
        Source two = withHelper("Two", "x.plus(x)");
        Source third = Sources.layer("Third", "return Helper.twice(x);");
        String sentence = "Helper is declared in src/One.java and in src/Two.java; give one another name.";
        try (Workshop workshop = sandbox.workshop(List.of(one, two, third, Sources.relu()))) {
            for (String name : List.of("One", "Two", "Third")) {
                assertThat(workshop.compile("attack." + name).problems())
                        .extracting(Problem::message)
                        .containsExactly(sentence);
            }
            assertThat(workshop.compile("attack.Relu").problems()).isEmpty();
        }
    }

    private static Source withHelper(String name, String twice) {
        Source layer = Sources.layer(name, "return Helper.twice(x);", "static final int ONE = 1;");
        return new Source(
                layer.path(),
                layer.text() + "final class Helper { static Tensor twice(Tensor x) { return " + twice + "; } }");
    }

    @Test
    void only_packages_of_exercises_are_accepted() {
        Source none = new Source("Relu.java", "public class Relu {}");
        Source near = new Source("Near.java", "package gradus.exercisesX; class Near {}");
        Source module = new Source("module-info.java", "module student {}");
        Source uses = Sources.layer("Uses", "return x;", "Object near = new gradus.exercisesX.Near();");
        try (Workshop workshop = sandbox.workshop(List.of(none, near, module, uses))) {
            assertThat(workshop.index()).extracting(Declaration::accepted).containsExactly(false, false, false, true);
            assertThat(workshop.compile("attack.Uses").problems().get(0).message())
                    .startsWith("package gradus.exercisesX does not exist");
        }
    }

    @Test
    void student_code_compiles_against_tensors_only() {
        Source sees = Sources.layer("Sees", "return x;", "Object o = gradus.sandbox.Worker.class;");
        Source ejml = Sources.layer("Ejml", "return Tensor.of(new org.ejml.simple.SimpleMatrix(1, 1).getDDRM());");
        Source dense = Sources.layer("Dense", "return Tensor.of(org.ejml.dense.row.CommonOps_DDRM.identity(2));");
        try (Workshop workshop = sandbox.workshop(List.of(sees, ejml, dense))) {
            assertThat(workshop.compile("attack.Sees").ok()).isFalse();
            assertThat(workshop.compile("attack.Ejml").ok()).isFalse();
            assertThat(workshop.compile("attack.Dense").problems()).isEmpty();
            assertThat(workshop.subject("attack.Dense")
                            .create()
                            .call("forward", Tensor.of(1))
                            .tensor()
                            .size())
                    .isEqualTo(4);
        }
    }

    @Test
    void a_source_that_kills_the_compiler_costs_only_itself() {
        String deep = "int x = " + "(".repeat(100_000) + "1" + ")".repeat(100_000) + ";";
        String wide = "Object o = " + "new Object() {{ Object o = ".repeat(2000) + "1" + ";}}".repeat(2000) + ";";
        Source one = Sources.layer("Deep", "return x;", deep);
        Source two = Sources.layer("Wide", "return x;", wide);
        Source three = Sources.layer("Long", "return x;", "int x = " + "1+".repeat(60_000) + "1;");
        String tooDeep = "an expression here is nested too deeply for the compiler.";
        try (Workshop workshop = sandbox.workshop(List.of(one, two, three, Sources.relu()))) {
            assertThat(workshop.compile("attack.Deep").ok()).isFalse();
            assertThat(workshop.compile("attack.Wide").ok()).isFalse();
            assertThat(workshop.index().get(0).problems()).containsExactly(new Problem("src/Deep.java", 0, 0, tooDeep));
            assertThat(workshop.compile("attack.Long").problems())
                    .containsExactly(new Problem("src/Long.java", 0, 0, tooDeep));
            assertThat(workshop.compile("attack.Relu").problems()).isEmpty();
        }
        try (Workshop next = sandbox.workshop(List.of(Sources.relu()))) {
            assertThat(next.compile("attack.Relu").problems()).isEmpty();
        }
    }

    @Test
    void an_annotation_processor_is_not_run() {
        Source processor = Sources.exercise("Evil", """
                @javax.annotation.processing.SupportedAnnotationTypes("*")
                public class Evil extends javax.annotation.processing.AbstractProcessor {
                    public Evil() { System.exit(9); }
                    @Override public boolean process(Set<? extends javax.lang.model.element.TypeElement> a, javax.annotation.processing.RoundEnvironment r) { return false; }
                }
                """);
        try (Workshop workshop = sandbox.workshop(List.of(processor, Sources.relu()))) {
            assertThat(workshop.compile("attack.Evil").problems()).isEmpty();
            assertThat(workshop.compile("attack.Relu").problems()).isEmpty();
        }
    }

    @Test
    void two_exercises_share_no_static_field() {
        String counter = "static int calls; ";
        String body = "return x.plus(Shared.calls++);";
        Source shared = Sources.exercise("Shared", "final class Shared { " + counter + " }");
        try (Workshop workshop =
                sandbox.workshop(List.of(shared, Sources.layer("One", body), Sources.layer("Two", body)))) {
            assertThat(Attacks.forward(workshop, "One").toArray()).containsExactly(-1, 2);
            assertThat(Attacks.forward(workshop, "Two").toArray()).containsExactly(-1, 2);
        }
    }

    @Test
    void several_submissions_are_held_at_once() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<Tensor>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Source source = Sources.layer("Add", "return x.plus(" + i + ");");
            answers.add(threads.submit(() -> {
                try (Workshop workshop = sandbox.workshop(List.of(source))) {
                    return Attacks.forward(workshop, "Add");
                }
            }));
        }
        for (int i = 0; i < 6; i++) {
            assertThat(answers.get(i).get().toArray()).containsExactly(-1 + i, 2 + i);
        }
        threads.shutdown();
    }

    @Test
    void the_mode_is_switched_by_name() {
        Source layer = Sources.layer(
                "Moody",
                "return x.plus(mode == Mode.EVAL ? 1 : 0);",
                "Mode mode = Mode.TRAIN; @Override public void mode(Mode m) { mode = m; }");
        try (Workshop workshop = sandbox.workshop(List.of(layer))) {
            assertThat(workshop.compile("attack.Moody").problems()).isEmpty();
            Instance moody = workshop.subject("attack.Moody").create();

            moody.call("mode", Mode.EVAL);

            assertThat(moody.call("forward", Tensor.of(1)).tensor().toArray()).containsExactly(2);
        }
    }

    private static Failure failure(ThrowingCallable call) {
        return Attacks.failure(call);
    }
}
