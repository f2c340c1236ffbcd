package gradus.problems;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An exam problem.
 *
 * @param id such as {@code 2022ss-6}
 * @param source where it comes from
 * @param conventions choices that the problem makes where sources disagree
 * @param given names of the given numbers by role
 * @param model the given numbers and the forward formulas
 * @param listed slips that the file lists, beside those that any graph has
 */
public record Problem(
        String id,
        String title,
        String source,
        String statement,
        List<String> conventions,
        Map<Role, List<String>> given,
        Model model,
        List<Part> parts,
        List<Slip> listed,
        List<Erratum> errata) {

    /** Credits of a right sheet. */
    public double credits() {
        return parts.stream().mapToDouble(Part::credits).sum();
    }

    /** All asked values in order. */
    public List<Question> questions() {
        return parts.stream().flatMap(part -> part.questions().stream()).toList();
    }

    /** The ids of all asked values in order. */
    public List<String> ids() {
        return questions().stream().map(Question::id).toList();
    }

    /** Every way of going wrong that is looked for, by rank. */
    public List<Slip> slips() {
        return SlipCatalogue.of(this);
    }

    /** The names of all computed quantities in order. */
    public List<String> forward() {
        return model.formulas().keySet().stream()
                .filter(name -> role(name).isEmpty())
                .toList();
    }

    /** The given quantities that one could take for this one: of its role, and named by the same letters. */
    List<String> alike(String name) {
        return role(name).map(given::get).orElse(List.of()).stream()
                .filter(other -> !other.equals(name) && letters(other).equals(letters(name)))
                .toList();
    }

    private static String letters(String name) {
        return name.replaceAll("\\d", "");
    }

    /** The role of a quantity, if it is given. */
    public Optional<Role> role(String name) {
        return given.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
