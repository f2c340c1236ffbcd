package gradus.reference.recurrent;

import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;

/** A type with several inputs and outputs: their names in order, and forward and backward as functions of lists. */
record Ports(Trainable type, List<String> inputs, List<String> outputs, Call forward, Call backward) {
    interface Call {
        List<Tensor> apply(List<Tensor> tensors);
    }

    static Ports of(RnnStep step) {
        return new Ports(
                step, List.of("x", "h"), List.of("hNext"), in -> List.of(step.forward(in.get(0), in.get(1))), up -> {
                    RnnStep.Gradients d = step.backward(up.get(0));
                    return List.of(d.dx(), d.dh());
                });
    }

    static Ports of(Rnn net) {
        return new Ports(
                net,
                List.of("x", "h0"),
                List.of("h", "hLast"),
                in -> {
                    Rnn.Output y = net.forward(in.get(0), in.get(1));
                    return List.of(y.h(), y.hLast());
                },
                up -> {
                    Rnn.Gradients d = net.backward(up.get(0), up.get(1));
                    return List.of(d.dx(), d.dh0());
                });
    }

    static Ports of(Gru net) {
        return new Ports(
                net,
                List.of("x", "h0"),
                List.of("h", "hLast"),
                in -> {
                    Gru.Output y = net.forward(in.get(0), in.get(1));
                    return List.of(y.h(), y.hLast());
                },
                up -> {
                    Gru.Gradients d = net.backward(up.get(0), up.get(1));
                    return List.of(d.dx(), d.dh0());
                });
    }

    static Ports of(LinearRecurrence net) {
        return new Ports(
                net,
                List.of("x", "a0"),
                List.of("h", "aLast"),
                in -> {
                    LinearRecurrence.Output y = net.forward(in.get(0), in.get(1));
                    return List.of(y.h(), y.aLast());
                },
                up -> {
                    LinearRecurrence.Gradients d = net.backward(up.get(0), up.get(1));
                    return List.of(d.dx(), d.da0());
                });
    }

    static Ports of(LstmStep step) {
        return new Ports(
                step,
                List.of("x", "h", "c"),
                List.of("hNext", "cNext"),
                in -> {
                    LstmStep.Output y = step.forward(in.get(0), in.get(1), in.get(2));
                    return List.of(y.hNext(), y.cNext());
                },
                up -> {
                    LstmStep.Gradients d = step.backward(up.get(0), up.get(1));
                    return List.of(d.dx(), d.dh(), d.dc());
                });
    }

    static Ports of(ExamLstm step) {
        return new Ports(
                step,
                List.of("x", "h", "c"),
                List.of("hNext", "cNext"),
                in -> {
                    ExamLstm.Output y = step.forward(in.get(0), in.get(1), in.get(2));
                    return List.of(y.hNext(), y.cNext());
                },
                up -> {
                    ExamLstm.Gradients d = step.backward(up.get(0), up.get(1));
                    return List.of(d.dx(), d.dh(), d.dc());
                });
    }

    static Ports of(Lstm net) {
        return new Ports(
                net,
                List.of("x", "h0", "c0"),
                List.of("h", "hLast", "cLast"),
                in -> {
                    Lstm.Output y = net.forward(in.get(0), in.get(1), in.get(2));
                    return List.of(y.h(), y.hLast(), y.cLast());
                },
                up -> {
                    Lstm.Gradients d = net.backward(up.get(0), up.get(1), up.get(2));
                    return List.of(d.dx(), d.dh0(), d.dc0());
                });
    }
}
