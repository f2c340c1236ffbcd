package gradus.tensor;

/** Functions of one entry, a loop each, so that every loop vectorises by itself. */
final class UnaryLoops {
    private UnaryLoops() {}

    static void apply(Backend.Unary operation, double[] x, double[] y) {
        switch (operation) {
            case NEGATE -> {
                for (int i = 0; i < y.length; i++) y[i] = -x[i];
            }
            case ABS -> {
                for (int i = 0; i < y.length; i++) y[i] = Math.abs(x[i]);
            }
            case SIGN -> {
                for (int i = 0; i < y.length; i++) y[i] = Math.signum(x[i]);
            }
            case SQUARE -> {
                for (int i = 0; i < y.length; i++) y[i] = x[i] * x[i];
            }
            case SQRT -> {
                for (int i = 0; i < y.length; i++) y[i] = Math.sqrt(x[i]);
            }
            case RECIPROCAL -> {
                for (int i = 0; i < y.length; i++) y[i] = 1 / x[i];
            }
            case EXP -> {
                for (int i = 0; i < y.length; i++) y[i] = Math.exp(x[i]);
            }
            case LOG -> {
                for (int i = 0; i < y.length; i++) y[i] = Math.log(x[i]);
            }
            case LOG1P -> {
                for (int i = 0; i < y.length; i++) y[i] = Math.log1p(x[i]);
            }
            case TANH -> {
                for (int i = 0; i < y.length; i++) y[i] = Math.tanh(x[i]);
            }
            case ERF -> {
                for (int i = 0; i < y.length; i++) y[i] = ErrorFunction.erf(x[i]);
            }
            case SIN -> {
                for (int i = 0; i < y.length; i++) y[i] = Math.sin(x[i]);
            }
            case COS -> {
                for (int i = 0; i < y.length; i++) y[i] = Math.cos(x[i]);
            }
            case FLOOR -> {
                for (int i = 0; i < y.length; i++) y[i] = Math.floor(x[i]);
            }
        }
    }
}
