package gradus.reference.attention;

import gradus.reference.LayerContract;
import gradus.reference.Sample;
import gradus.reference.Sample.Trait;
import gradus.tensor.Seed;
import java.util.stream.Stream;

class AttentionContractTest extends LayerContract {
    @Override
    protected Stream<Sample> samples() {
        return Stream.of(
                Sample.of("feed-forward", () -> new FeedForward(5, 7), 2, 3, 5),
                Sample.of("feed-forward without hidden units", () -> new FeedForward(5, 0), 2, 3, 5),
                Sample.of("positional encoding", () -> new PositionalEncoding(5), 2, 3, 5),
                Sample.of("encoder", () -> new TransformerEncoderBlock(6, 2, 7, NormPlacement.POST), 2, 3, 6),
                Sample.of(
                        "encoder, norms first", () -> new TransformerEncoderBlock(6, 3, 5, NormPlacement.PRE), 2, 3, 6),
                Sample.of(
                        "encoder without words",
                        () -> new TransformerEncoderBlock(6, 2, 7, NormPlacement.POST),
                        2,
                        0,
                        6),
                dropping(NormPlacement.POST),
                dropping(NormPlacement.PRE));
    }

    private static Sample dropping(NormPlacement placement) {
        return Sample.of(
                        "encoder that drops, " + placement,
                        () -> new TransformerEncoderBlock(6, 2, 7, placement, 0.3, new Seed(9)),
                        2,
                        3,
                        6)
                .but(Trait.RANDOM)
                .but(Trait.MIXES_BATCH);
    }
}
