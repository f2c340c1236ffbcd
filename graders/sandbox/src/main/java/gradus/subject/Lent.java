package gradus.subject;

import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The arguments of one call: tensors are lent as copies, which are looked at again after the call. */
final class Lent {
    private final List<Object> originals;
    private final List<Object> copies;

    Lent(List<Object> arguments) {
        originals = arguments;
        copies = arguments.stream()
                .map(argument -> argument instanceof Tensor tensor ? tensor.copy() : argument)
                .toList();
    }

    List<Object> values() {
        return copies;
    }

    /** The positions of the tensors that are no longer what was lent. */
    List<Integer> changed() {
        return IntStream.range(0, copies.size())
                .filter(this::hasChanged)
                .boxed()
                .toList();
    }

    private boolean hasChanged(int position) {
        return originals.get(position) instanceof Tensor original
                && copies.get(position) instanceof Tensor copy
                && !Arrays.equals(original.toArray(), copy.toArray());
    }

    /** What the arguments are, in the words of a message: {@code (whole number, tensor)}. */
    @Override
    public String toString() {
        return originals.stream().map(Lent::kind).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String kind(Object argument) {
        if (argument instanceof Tensor) {
            return "tensor";
        }
        if (argument instanceof IntTensor) {
            return "tensor of integers";
        }
        if (argument instanceof Long || argument instanceof Integer) {
            return "whole number";
        }
        if (argument instanceof String || argument instanceof Enum<?>) {
            return "constant " + argument;
        }
        return argument instanceof Double ? "number" : argument.getClass().getSimpleName();
    }
}
