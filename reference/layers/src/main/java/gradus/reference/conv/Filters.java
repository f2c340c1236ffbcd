package gradus.reference.conv;

import gradus.tensor.Tensor;
import gradus.tensor.Window;

/** What convolutions ask of their filters (…, KH, KW). */
final class Filters {
    private Filters() {}

    /** The filters as they are laid on the image, turned by 180° if the window flips; twice changes nothing. */
    static Tensor turned(Tensor w, Window window) {
        return window.flip() ? w.flip(-2).flip(-1) : w;
    }

    /** Returns the number of groups if it divides inputs and filters. */
    static int requireGroups(String where, int inputs, int filters, int groups) {
        if (groups < 1 || inputs % groups != 0 || filters % groups != 0) {
            throw new IllegalArgumentException(where + ": groups: expected a number that divides " + inputs
                    + " inputs and " + filters + " filters but got " + groups + ".");
        }
        return groups;
    }
}
