package gradus.mutants.affine;

/** Looks the bias up by the sample, and starts over where there are more samples than outputs. */
public final class BiasByRowWrapped extends BiasByRow {
    public BiasByRowWrapped(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    protected int entry(int n) {
        return n % b.value().dim(0);
    }
}
