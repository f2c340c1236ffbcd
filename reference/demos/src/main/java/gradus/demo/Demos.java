package gradus.demo;

import gradus.demo.toy.CircleDemo;
import gradus.demo.toy.IdentityDemo;
import gradus.demo.toy.RandomDemo;
import gradus.demo.toy.XorDemo;
import java.util.List;
import java.util.Optional;

/** All demos there are. */
public final class Demos {
    private static final List<Demo> ALL =
            List.of(new CircleDemo(), new IdentityDemo(), new RandomDemo(), new XorDemo());

    private Demos() {}

    /** From the smallest nets to the largest. */
    public static List<Demo> all() {
        return ALL;
    }

    public static Optional<Demo> named(String name) {
        return ALL.stream().filter(demo -> demo.name().equals(name)).findFirst();
    }
}
