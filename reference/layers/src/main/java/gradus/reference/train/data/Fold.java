package gradus.reference.train.data;

/** One run of a cross-validation: what it trains on and what it validates on. */
public record Fold<T>(Samples<T> train, Samples<T> validation) {}
