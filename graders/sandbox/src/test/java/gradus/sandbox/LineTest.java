package gradus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gradus.subject.Failure;
import gradus.subject.Failure.Code;
import gradus.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class LineTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    /** A line to a child that says these frames, whatever it is asked. */
    private Line child(Frame... says) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        for (Frame frame : says) {
            Wire.write(said, frame);
        }
        return new Line(new ByteArrayInputStream(said.toByteArray()), sent);
    }

    private static String ask(Line line) throws IOException {
        return line.ask(Request.of(Kind.READ, 1), new Given(), ok -> ok.value(0, 1, String.class));
    }

    @Test
    void a_question_is_answered() throws IOException {
        assertThat(ask(child(Frame.ok(1, "yes")))).isEqualTo("yes");
    }

    @Test
    void a_failure_arrives_with_its_place() throws IOException {
        Line line = child(Frame.fail(1, new Failure(Code.EXCEPTION, "it broke", "Affine.java:31")));

        Failure failure = catchThrowableOfType(Failure.class, () -> ask(line));

        assertThat(failure).hasMessage("it broke");
        assertThat(failure.code()).isEqualTo(Code.EXCEPTION);
        assertThat(failure.place()).isEqualTo("Affine.java:31");
    }

    @Test
    void a_child_cannot_report_what_the_parent_finds_out() throws IOException {
        for (Code code : List.of(Code.INFRA, Code.TIMEOUT, Code.EXITED)) {
            assertBroken(Frame.fail(1, new Failure(code, "it is not my fault", null)));
        }
        assertBroken(new Frame(Kind.FAIL, 1, List.of("PASSED", "all is well", Optional.empty())));
    }

    @Test
    void a_child_that_breaks_the_protocol_is_noticed() throws IOException {
        assertBroken(Frame.ok(2, "yes"));
        assertBroken(Frame.ok(1, 5L));
        assertBroken(Frame.ok(1));
        assertBroken(new Frame(Kind.CREATE, 1, List.of("java.lang.Runtime", List.of())));
        assertBroken(new Frame(Kind.CALL, 1, List.of(new Handle(0, false), "getClass", List.of())));
    }

    private void assertBroken(Frame says) throws IOException {
        Line line = child(says);
        assertThatThrownBy(() -> ask(line)).isInstanceOf(WireException.class);
    }

    @Test
    void the_end_of_the_pipe_is_no_answer() throws IOException {
        Line line = child();

        assertThatThrownBy(() -> ask(line)).isInstanceOf(EOFException.class);
    }

    @Test
    void a_given_function_is_called_in_between() throws IOException {
        Given given = new Given();
        ToDoubleFunction<Tensor> sum = Tensor::sum;
        given.outgoing(sum);
        Frame call = new Frame(Kind.CALL, 9, List.of(new Handle(0, false), "applyAsDouble", List.of(Tensor.of(1, 2))));
        Line line = child(call, call, Frame.ok(1, "done"));

        String answer = line.ask(Request.of(Kind.READ, 1), given, ok -> ok.value(0, 1, String.class));

        assertThat(answer).isEqualTo("done");
        ByteArrayInputStream in = new ByteArrayInputStream(sent.toByteArray());
        assertThat(Wire.read(in).kind()).isEqualTo(Kind.READ);
        assertThat(Wire.read(in)).isEqualTo(Frame.ok(9, List.of(""), List.of(3.0), List.of()));
    }

    @Test
    void what_is_told_is_not_waited_for_until_there_is_too_much_of_it() throws IOException {
        List<Failure> failures = new ArrayList<>();
        Frame[] replies = new Frame[65];
        for (int id = 0; id < 65; id++) {
            replies[id] = Frame.ok(id);
        }
        replies[3] = Frame.fail(3, new Failure(Code.MISSING, "no parameter b", null));
        Line line = child(replies);

        for (int id = 0; id < 64; id++) {
            line.tell(Request.of(Kind.DROP, id), new Given(), failures::add);
        }
        assertThat(failures).isEmpty();
        line.tell(Request.of(Kind.DROP, 64), new Given(), failures::add);

        assertThat(failures).extracting(Failure::getMessage).containsExactly("no parameter b");
    }
}
