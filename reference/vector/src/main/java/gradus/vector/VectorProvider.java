package gradus.vector;

import gradus.tensor.Backend;
import gradus.tensor.BackendProvider;

/** The backend {@code vector}. Names no class of the Vector API itself, so that it loads without the module, and can say so. */
public final class VectorProvider implements BackendProvider {
    static final String MODULE = "jdk.incubator.vector";

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public Backend create(int threads) {
        requireModule(ModuleLayer.boot());
        return new VectorBackend(threads);
    }

    static void requireModule(ModuleLayer layer) {
        if (layer.findModule(MODULE).isEmpty()) {
            throw new IllegalStateException("Backend vector: the module " + MODULE
                    + " is missing. Start the JVM with --add-modules " + MODULE + ".");
        }
    }
}
