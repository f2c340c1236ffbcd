package gradus.demo;

import gradus.demo.depth.DepthDemo;
import gradus.demo.depth.InitialisationDemo;
import gradus.demo.descent.OptimizersDemo;
import gradus.demo.digit.AutoencoderDemo;
import gradus.demo.digit.DigitsDemo;
import gradus.demo.digit.GanDemo;
import gradus.demo.digit.VaeDemo;
import gradus.demo.sequence.CharactersDemo;
import gradus.demo.sequence.TransformerDemo;
import gradus.demo.toy.CircleDemo;
import gradus.demo.toy.IdentityDemo;
import gradus.demo.toy.RandomDemo;
import gradus.demo.toy.XorDemo;
import java.util.List;
import java.util.Optional;

/** All demos there are. */
public final class Demos {
    private static final List<Demo> ALL = List.of(
            new XorDemo(),
            new CircleDemo(),
            new IdentityDemo(),
            new RandomDemo(),
            new OptimizersDemo(),
            new DepthDemo(),
            new InitialisationDemo(),
            new DigitsDemo(),
            new AutoencoderDemo(),
            new VaeDemo(),
            new GanDemo(),
            new CharactersDemo(),
            new TransformerDemo());

    private Demos() {}

    /** From the smallest nets to the largest. */
    public static List<Demo> all() {
        return ALL;
    }

    public static Optional<Demo> named(String name) {
        return ALL.stream().filter(demo -> demo.name().equals(name)).findFirst();
    }
}
