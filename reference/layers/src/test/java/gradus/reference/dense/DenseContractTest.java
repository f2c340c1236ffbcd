package gradus.reference.dense;

import gradus.reference.LayerContract;
import gradus.reference.Sample;
import java.util.stream.Stream;

class DenseContractTest extends LayerContract {
    @Override
    protected Stream<Sample> samples() {
        return Stream.of(Sample.of("affine", () -> new Affine(7, 3), 5, 7));
    }
}
