package gradus.tensor;

/** What an operation works on: numbers, and the view of them that it takes. */
public record Operand(Storage storage, View view) {}
