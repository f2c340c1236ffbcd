package gradus.mutants.certify;

/** How many of how many. */
public record Tally(long count, long total) {
    static final Tally NONE = new Tally(0, 0);

    public boolean isFull() {
        return count == total;
    }

    Tally plus(Tally other) {
        return new Tally(count + other.count, total + other.total);
    }

    @Override
    public String toString() {
        return count + "/" + total;
    }
}
