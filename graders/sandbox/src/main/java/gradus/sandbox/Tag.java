package gradus.sandbox;

/** Announces a value of the wire. */
final class Tag {
    static final byte NONE = 0;
    static final byte BOOLEAN = 1;
    static final byte INT64 = 2;
    static final byte FLOAT64 = 3;
    static final byte TEXT = 4;
    static final byte TENSOR = 5;
    static final byte INTEGERS = 6;
    static final byte LIST = 7;
    static final byte SENDERS = 8;
    static final byte RECEIVERS = 9;

    private Tag() {}
}
