package gradus.grader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts every byte against the intake's limits, so that a bomb is stopped while it swells. */
final class Counted extends FilterInputStream {

    private final Intake intake;

    Counted(InputStream in, Intake intake) {
        super(in);
        this.intake = intake;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        intake.spend(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        intake.spend(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long count = super.skip(wanted);
        intake.spend(count);
        return count;
    }
}
