package gradus.sandbox;

/** What a frame is for. The order is the code on the wire, from 1. */
enum Kind {
    /** version, frame limit in bytes → version, JDK; once, before anything else. */
    HELLO,
    /** type, arguments → object; only to the child. */
    CREATE,
    /** object, method, arguments → names, values, positions of changed arguments; from the child on a given function. */
    CALL,
    /** object → names, tensors. */
    READ,
    /** object, names, tensors → nothing. */
    WRITE,
    /** object → nothing; it is forgotten. */
    DROP,
    /** The values asked for. */
    OK,
    /** code, message, place or none. */
    FAIL;

    private static final Kind[] KINDS = values();

    static Kind of(int code) throws WireException {
        if (code < 1 || code > KINDS.length) {
            throw new WireException("expected a frame of kind 1 to " + KINDS.length + " but got " + code + ".");
        }
        return KINDS[code - 1];
    }

    @SuppressWarnings("EnumOrdinal") // the order is documented as the code
    int code() {
        return ordinal() + 1;
    }
}
