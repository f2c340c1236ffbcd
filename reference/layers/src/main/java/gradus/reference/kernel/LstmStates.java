package gradus.reference.kernel;

import gradus.tensor.Tensor;

/** What a step of an LSTM computes, (N, H) each but the gates: c', u = tanh(c') and h. */
public record LstmStates(Gates gates, Tensor cNext, Tensor u, Tensor h) {
    /** i, f, o and g side by side, (N, 4H). */
    public record Gates(Tensor all) {
        public Tensor i() {
            return quarter(0);
        }

        public Tensor f() {
            return quarter(1);
        }

        public Tensor o() {
            return quarter(2);
        }

        public Tensor g() {
            return quarter(3);
        }

        private Tensor quarter(int number) {
            int units = all.dim(1) / 4;
            return all.slice(1, number * units, (number + 1) * units);
        }
    }
}
