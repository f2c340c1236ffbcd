package gradus.checks.catalogue;

import gradus.checks.Case;
import gradus.checks.Exercise;
import gradus.tensor.Seed;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the experiments of an exercise from one recipe.
 *
 * @param recipe builds a case; equal seeds give equal parameters whatever the number of rows
 * @param further kinds of values that this exercise is tried with besides normal ones
 */
record Experiments(Recipe recipe, List<Values> further) implements Exercise.Cases {

    /** Builds a case. */
    @FunctionalInterface
    interface Recipe {
        Case build(Sizes sizes, Values values, Seed seed);
    }

    @Override
    public List<Case> compared(Seed seed) {
        List<Case> cases = new ArrayList<>();
        cases.add(recipe.build(Sizes.draw(seed.child(0)), Values.NORMAL, seed.child(0)));
        cases.add(recipe.build(Sizes.draw(seed.child(1)).singleRow(), Values.AWAY, seed.child(1)));
        cases.add(recipe.build(Sizes.draw(seed.child(2)).square(), Values.AWAY, seed.child(2)));
        cases.add(recipe.build(Sizes.LARGE, Values.NORMAL, seed.child(3)));
        cases.add(recipe.build(Sizes.SINGLE_COLUMNS, Values.AWAY, seed.child(4)));
        for (int i = 0; i < further.size(); i++) {
            Seed own = seed.child(5 + i);
            cases.add(recipe.build(Sizes.draw(own), further.get(i), own));
        }
        return List.copyOf(cases);
    }

    @Override
    public List<Exercise.Pair> smooth(Seed seed) {
        Sizes sizes = Sizes.draw(seed);
        return List.of(new Exercise.Pair(
                recipe.build(sizes, Values.AWAY, seed), recipe.build(sizes.singleRow(), Values.AWAY, seed)));
    }
}
