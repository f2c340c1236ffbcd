package gradus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.subject.Failure;
import gradus.subject.Failure.Code;
import gradus.subject.Instance;
import gradus.subject.Subject;
import gradus.tensor.Tensor;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What hostile code tries, and what becomes of it. After each attack an honest exercise of the same submission earns its answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class Attacks {
    private static final Limits SHORT =
            Limits.standard().cpu(Duration.ofSeconds(1)).wall(Duration.ofSeconds(4));

    private Sandbox sandbox;

    @BeforeAll
    void open() {
        sandbox = open(SHORT);
    }

    abstract Sandbox open(Limits limits);

    Sandbox sandbox() {
        return sandbox;
    }

    @AfterAll
    void nothing_is_left_running() {
        sandbox.close();

        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void exit_ends_only_its_own_exercise() {
        Failure failure = attack("System.exit(0); return x;");

        assertThat(failure.code()).isEqualTo(Code.EXITED);
        assertThat(failure)
                .hasMessage(
                        "Attack.forward: expected an answer but the process ended with code 0. Is there a System.exit?");
    }

    @Test
    void halt_is_an_exit() {
        assertThat(attack("Runtime.getRuntime().halt(7); return x;")).hasMessageContaining("ended with code 7");
    }

    @Test
    void a_static_initialiser_that_exits_is_an_exit() {
        assertThat(attack("return x;", "static { System.exit(1); }").code()).isEqualTo(Code.EXITED);
    }

    @Test
    void a_shutdown_hook_keeps_nobody_waiting() {
        Failure failure = attack(
                "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} })); System.exit(0); return x;");

        assertThat(failure.code()).isEqualTo(Code.TIMEOUT);
    }

    @Test
    void an_endless_loop_runs_out_of_processor_time() {
        Limits patient = Limits.standard().cpu(Duration.ofMillis(300)).wall(Duration.ofSeconds(50));

        Failure failure = attack(patient, "while (true) {}");

        assertThat(failure.code()).isEqualTo(Code.TIMEOUT);
        assertThat(failure)
                .hasMessage(
                        "Attack.forward: expected an answer within 0.3 s of processor time. Does a loop never end?");
    }

    @Test
    void sleep_runs_out_of_patience() {
        Limits impatient = Limits.standard().cpu(Duration.ofSeconds(50)).wall(Duration.ofSeconds(2));

        Failure failure =
                attack(impatient, "try { Thread.sleep(1000000); } catch (InterruptedException e) {} return x;");

        assertThat(failure.code()).isEqualTo(Code.TIMEOUT);
        assertThat(failure)
                .hasMessage(
                        "Attack.forward: expected an answer within 2.0 s of waiting. Does it wait for something, or does a loop never end?");
    }

    private Failure attack(Limits limits, String forward) {
        try (Sandbox other = open(limits);
                Workshop workshop = other.workshop(List.of(Sources.layer("Attack", forward)))) {
            assertThat(workshop.compile("attack.Attack").problems()).isEmpty();
            try (Subject subject = workshop.subject("attack.Attack")) {
                return failure(() -> subject.create().call("forward", Tensor.of(-1, 2)));
            }
        }
    }

    @Test
    void a_deadlock_runs_out_of_patience() {
        assertThat(attack("""
                                Object a = new Object();
                                Thread t = new Thread(() -> { synchronized (a) { while (true) Thread.onSpinWait(); } });
                                t.start();
                                while (t.getState() == Thread.State.NEW) Thread.yield();
                                try { Thread.sleep(50); } catch (InterruptedException e) {}
                                synchronized (a) { return x; }
                                """).code()).isEqualTo(Code.TIMEOUT);
    }

    @Test
    void a_thread_that_ignores_interrupts_is_killed() {
        assertThat(attack("""
                                Thread t = new Thread(() -> { while (true) { try { Thread.sleep(10); } catch (InterruptedException e) {} } });
                                t.start();
                                while (true) { try { t.join(); } catch (InterruptedException e) {} }
                                """).code()).isEqualTo(Code.TIMEOUT);
    }

    @Test
    void a_full_heap_is_out_of_memory() {
        Failure failure = attack("List<double[]> all = new ArrayList<>(); while (true) all.add(new double[1 << 20]);");

        assertThat(failure.code()).isEqualTo(Code.OUT_OF_MEMORY);
    }

    @Test
    void a_full_heap_cannot_be_caught() {
        assertThat(attack("""
                                List<double[]> all = new ArrayList<>();
                                try { while (true) all.add(new double[1 << 20]); } catch (OutOfMemoryError e) { all = null; }
                                return x;
                                """).code()).isEqualTo(Code.OUT_OF_MEMORY);
    }

    @Test
    void threads_run_out_before_the_machine_does() {
        Failure failure = attack("""
                while (true) {
                    Thread t = new Thread(() -> { while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) {} } });
                    t.start();
                }
                """);

        assertThat(failure.code()).isIn(Code.OUT_OF_MEMORY, Code.TIMEOUT);
    }

    @Test
    void a_flood_of_output_is_cut() {
        try (Workshop workshop =
                workshop("for (int i = 0; i < 100000; i++) System.out.println(\"line \" + i); return x;")) {
            forward(workshop, "Attack");
            String output = workshop.output("attack.Attack");

            assertThat(output).startsWith("line 0\n").endsWith("line 99999\n").contains(" bytes left out ");
            assertThat(output.length()).isLessThan(66_000);
        }
    }

    @Test
    void an_endless_flood_of_output_is_a_timeout() {
        assertThat(attack("while (true) System.err.println(\"line\");").code()).isEqualTo(Code.TIMEOUT);
    }

    @Test
    void junk_in_the_pipe_is_forbidden() {
        Failure failure = attack("""
                try { new FileOutputStream(FileDescriptor.out).write("{\\"score\\": 100}".getBytes()); } catch (IOException e) {}
                return x;
                """);

        assertThat(failure.code()).isEqualTo(Code.FORBIDDEN);
        assertThat(failure)
                .hasMessage(
                        "Attack.forward: expected an answer but got bytes that are none. Who writes to the grader's pipe?");
    }

    @Test
    void junk_left_for_the_next_question_is_forbidden() {
        try (Workshop workshop = workshop("""
                new Thread(() -> { try { Thread.sleep(200); new FileOutputStream(FileDescriptor.out).write(new byte[100]); } catch (Exception e) {} }).start();
                return x;
                """)) {
            forward(workshop, "Attack");
        }
    }

    @Test
    void a_forged_frame_is_only_an_answer_or_forbidden() {
        Failure failure = attack("""
                try {
                    DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
                    for (int id = 0; id < 5; id++) { out.writeInt(5); out.writeByte(7); out.writeInt(id); }
                } catch (IOException e) {}
                return x;
                """);

        assertThat(failure.code()).isEqualTo(Code.FORBIDDEN);
    }

    @Test
    void the_worker_cannot_claim_that_the_grader_is_at_fault() {
        Failure failure = attack("""
                try {
                    ByteArrayOutputStream body = new ByteArrayOutputStream();
                    DataOutputStream out = new DataOutputStream(body);
                    out.writeByte(8); out.writeInt(2);
                    for (String text : List.of("INFRA", "the disk is full")) { out.writeByte(4); out.writeInt(text.length()); out.writeBytes(text); }
                    out.writeByte(0);
                    DataOutputStream pipe = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
                    pipe.writeInt(body.size()); pipe.write(body.toByteArray()); pipe.flush();
                } catch (IOException e) {}
                return x;
                """);

        assertThat(failure.code()).isEqualTo(Code.FORBIDDEN);
    }

    @Test
    void closing_the_pipe_is_an_exit() {
        assertThat(attack(
                                "try { new FileOutputStream(FileDescriptor.out).close(); } catch (IOException e) {} return x;")
                        .code())
                .isEqualTo(Code.EXITED);
    }

    @Test
    void a_failure_thrown_by_student_code_is_an_exception() {
        Failure failure = attack("""
                try {
                    Class<?> code = Class.forName("gradus.subject.Failure$Code");
                    Object infra = code.getField("INFRA").get(null);
                    throw (RuntimeException) Class.forName("gradus.subject.Failure").getConstructors()[0].newInstance(infra, "the disk is full", null);
                } catch (ReflectiveOperationException e) { throw new IllegalStateException(e); }
                """);

        assertThat(failure.code()).isEqualTo(Code.EXCEPTION);
        assertThat(failure).hasMessage("Attack.forward threw Failure: the disk is full.");
        assertThat(failure.place()).startsWith("Attack.java:");
    }

    @Test
    void a_false_not_attempted_earns_nothing_else() {
        assertThat(attack("throw new NotAttempted();").code()).isEqualTo(Code.NOT_ATTEMPTED);
    }

    @Test
    void endless_recursion_is_an_exception() {
        assertThat(attack("return forward(x);").code()).isEqualTo(Code.EXCEPTION);
    }

    @Test
    void a_class_cannot_stand_in_for_a_tensor() {
        Source shadow = new Source("gradus/tensor/Tensor.java", "package gradus.tensor; public final class Tensor {}");
        try (Workshop workshop = sandbox.workshop(List.of(Sources.relu(), shadow))) {
            assertThat(workshop.index()).extracting(Declaration::accepted).containsExactly(true, false);
            assertThat(workshop.compile("attack.Relu").ok()).isTrue();
            forward(workshop, "Relu");
        }
    }

    @Test
    void the_worker_holds_nothing_worth_knowing() {
        for (String name :
                List.of("gradus.reference.dense.Affine", "gradus.checks.Examiner", "org.junit.jupiter.api.Test")) {
            Failure failure = attack("try { Class.forName(\"" + name
                    + "\"); return x; } catch (ClassNotFoundException e) { throw new IllegalStateException(e); }");

            assertThat(failure).hasMessageContaining("ClassNotFoundException: " + name);
        }
    }

    @Test
    void taking_the_worker_apart_changes_only_the_own_answer() {
        Failure failure = attack("""
                try {
                    var main = Class.forName("gradus.sandbox.Worker").getDeclaredMethod("main", String[].class);
                    main.invoke(null, (Object) new String[] {"/"});
                } catch (ReflectiveOperationException e) { throw new IllegalStateException(e); }
                return x;
                """);

        assertThat(failure.code()).isIn(Code.FORBIDDEN, Code.EXITED, Code.EXCEPTION, Code.TIMEOUT);
    }

    @Test
    void a_crash_of_the_virtual_machine_is_an_exit() {
        Failure failure = attack("""
                try {
                    var field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
                    field.setAccessible(true);
                    Object unsafe = field.get(null);
                    unsafe.getClass().getMethod("putAddress", long.class, long.class).invoke(unsafe, 0L, 0L);
                } catch (ReflectiveOperationException e) { throw new IllegalStateException(e); }
                return x;
                """);

        assertThat(failure.code()).isEqualTo(Code.EXITED);
    }

    @Test
    void a_thread_left_behind_does_not_reach_the_next_exercise() {
        Source attack = Sources.layer(
                "Attack",
                "Thread t = new Thread(() -> { while (true) Thread.onSpinWait(); }); t.setDaemon(true); t.start(); System.setProperty(\"left\", \"here\"); return x;");
        Source next = Sources.layer(
                "Next",
                "if (System.getProperty(\"left\") != null) throw new IllegalStateException(\"left\"); return x;");
        try (Workshop workshop = sandbox.workshop(List.of(attack, next))) {
            forward(workshop, "Attack");
            forward(workshop, "Next");
        }
    }

    @Test
    void a_security_manager_cannot_keep_the_next_exercise_from_its_classes() {
        assertThat(attack("""
                                System.setSecurityManager(new SecurityManager() {
                                    @Override public void checkPermission(java.security.Permission p) {
                                        if (p.getName().equals("createClassLoader")) throw new SecurityException("no");
                                    }
                                });
                                return x;
                                """).code()).isEqualTo(Code.EXCEPTION);
    }

    @Test
    void a_new_instance_is_created_after_every_end() {
        Source exits = Sources.layer("Exits", "System.exit(1); return x;");
        try (Workshop workshop = sandbox.workshop(List.of(exits))) {
            assertThat(workshop.compile("attack.Exits").problems()).isEmpty();
            try (Subject subject = workshop.subject("attack.Exits")) {
                for (int i = 0; i < 3; i++) {
                    Instance instance = subject.create();
                    assertThat(failure(() -> instance.call("forward", Tensor.of(1)))
                                    .code())
                            .isEqualTo(Code.EXITED);
                    assertThat(failure(() -> instance.call("backward", Tensor.of(1)))
                                    .code())
                            .isEqualTo(Code.EXITED);
                }
                assertThat(subject.create()
                                .call("backward", Tensor.of(1))
                                .tensor()
                                .toArray())
                        .containsExactly(1);
            }
        }
    }

    @Test
    void time_used_up_is_not_given_back() {
        try (Workshop workshop = workshop("while (true) {}")) {
            assertThat(workshop.compile("attack.Attack").problems()).isEmpty();
            try (Subject subject = workshop.subject("attack.Attack")) {
                Instance instance = subject.create();
                assertThat(failure(() -> instance.call("forward", Tensor.of(1))).code())
                        .isEqualTo(Code.TIMEOUT);
                assertThat(failure(subject::create).code()).isEqualTo(Code.TIMEOUT);
            }
        }
    }

    @Test
    void a_process_started_by_student_code_is_killed() {
        attackMaybe("new ProcessBuilder(\"/bin/sh\", \"-c\", \"sleep 1000 & sleep 1000\").start();");

        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("sleep 1000")))
                .isEmpty();
    }

    @Test
    void processes_without_end_end() {
        Failure failure = attack("""
                String java = System.getProperty("java.home") + "/bin/java";
                for (int i = 0; i < 5; i++) {
                    try { new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), "gradus.sandbox.CompilerMain").start(); } catch (IOException e) {}
                }
                while (true) {}
                """);

        assertThat(failure.code()).isEqualTo(Code.TIMEOUT);
    }

    /** Runs the statement, which may be refused or not, and then ends the submission. */
    void attackMaybe(String statement) {
        try (Workshop workshop = workshop("try { " + statement
                + " Thread.sleep(300); } catch (Exception e) { System.out.println(e); } return x;")) {
            forward(workshop, "Attack");
        }
    }

    Failure attack(String forward) {
        return attack(forward, "");
    }

    /** The failure of an attack, after which an honest exercise works. */
    Failure attack(String forward, String members) {
        try (Workshop workshop = sandbox.workshop(Sources.with(Sources.layer("Attack", forward, members)))) {
            assertThat(workshop.compile("attack.Attack").problems()).isEmpty();
            Failure failure;
            try (Subject subject = workshop.subject("attack.Attack")) {
                failure = failure(() -> subject.create().call("forward", Tensor.of(-1, 2)));
            }
            forward(workshop, "Relu");
            return failure;
        }
    }

    Workshop workshop(String forward) {
        return sandbox.workshop(Sources.with(Sources.layer("Attack", forward)));
    }

    static Tensor forward(Workshop workshop, String name) {
        assertThat(workshop.compile("attack." + name).problems()).isEmpty();
        try (Subject subject = workshop.subject("attack." + name);
                Instance layer = subject.create()) {
            return layer.call("forward", Tensor.of(-1, 2)).tensor();
        }
    }

    static Failure failure(ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(Failure.class, call));
    }
}
