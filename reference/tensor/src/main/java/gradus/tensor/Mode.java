package gradus.tensor;

/** Whether a layer trains or is used: batch norm and dropout behave differently. */
public enum Mode {
    TRAIN,
    EVAL
}
