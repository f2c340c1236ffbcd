package gradus.checks;

/**
 * A marked row of an exercise: the forward pass, or one gradient of the backward pass.
 *
 * @param id stable name in reports, such as {@code backward.dW}
 * @param points what the row is worth
 * @param part what the row looks at
 * @param variable the variable in the code: {@code y}, an input {@code x}, or a parameter {@code w}
 */
public record Row(String id, double points, Part part, String variable) {

    /** What a row looks at. */
    public enum Part {
        OUTPUT,
        INPUT,
        PARAMETER
    }

    /** The row of the forward pass, whose result is called {@code y}. */
    public static Row forward(double points) {
        return new Row("forward", points, Part.OUTPUT, "y");
    }

    /** The row of the forward pass of a loss, which is called {@code L}. */
    public static Row loss(double points) {
        return new Row("forward", points, Part.OUTPUT, "L");
    }

    /** The row of the gradient of the input with this name. */
    public static Row input(String symbol, double points) {
        return new Row("backward.d" + symbol, points, Part.INPUT, symbol.toLowerCase(java.util.Locale.ROOT));
    }

    /** The row of the gradient of the parameter {@code variable}, shown as {@code symbol}. */
    public static Row parameter(String symbol, String variable, double points) {
        return new Row("backward.d" + symbol, points, Part.PARAMETER, variable);
    }

    public boolean isForward() {
        return part == Part.OUTPUT;
    }

    /** How messages call the quantity: {@code y}, {@code dX}, {@code dW}. */
    public String symbol() {
        return isForward() ? variable : id.substring("backward.".length());
    }
}
