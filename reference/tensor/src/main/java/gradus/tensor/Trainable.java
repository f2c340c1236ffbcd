package gradus.tensor;

import java.util.List;
import java.util.Map;

/** Whatever has parameters to learn, state of its own, or a mode. */
public interface Trainable {
    /** The parameters, always the same objects; their names are unique. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** Tensors that are kept but not learned, such as running statistics, live and by name. */
    default Map<String, Tensor> state() {
        return Map.of();
    }

    /** Switches between training and use; a trainable begins in {@link Mode#TRAIN}. */
    default void mode(Mode mode) {}
}
