package gradus.problems.exam;

import gradus.problems.Problem;
import gradus.tensor.Seed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The papers of an exam: the same spec and seed give the same papers, and no two papers have the same id. */
public final class Exam {
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"; // none that look alike
    private static final int LENGTH = 8;

    private final ExamSpec spec;
    private final Seed seed;
    private final Bank bank;
    private final Set<String> ids = new HashSet<>();

    private Exam(ExamSpec spec, Seed seed, Bank bank) {
        this.spec = spec;
        this.seed = seed;
        this.bank = bank;
    }

    /** A paper for each student, or a single one where none is named. */
    public static List<Paper> papers(ExamSpec spec, long seed, Bank bank) {
        Exam exam = new Exam(spec, new Seed(seed).named(spec.title()).named(spec.date()), bank);
        if (spec.students().isEmpty()) {
            return List.of(exam.paper(null));
        }
        return spec.students().stream().map(exam::paper).toList();
    }

    private Paper paper(ExamSpec.@Nullable Student student) {
        Seed own = seed.named(student == null ? "" : student.id());
        List<ExamSpec.Choice> chosen = spec.shuffle().contains(ExamSpec.Shuffling.PROBLEMS)
                ? Shuffled.order(spec.problems(), own.named("order"))
                : spec.problems();
        List<Item> items = IntStream.range(0, chosen.size())
                .mapToObj(
                        i -> item(i + 1, chosen.get(i), own.named(chosen.get(i).id())))
                .toList();
        return new Paper(id(own.named("id")), spec, student, items);
    }

    private Item item(int number, ExamSpec.Choice choice, Seed own) {
        Long shuffle = spec.shuffle().contains(ExamSpec.Shuffling.OPTIONS)
                ? own.named("options").value()
                : null;
        Reference reference = new Reference(choice.id(), variant(choice, own), shuffle);
        Problem problem = reference.resolve(bank);
        return new Item(number, reference, problem, choice.points() == null ? problem.credits() : choice.points());
    }

    /** A seed of six digits, so that it can be typed. */
    private static @Nullable Long variant(ExamSpec.Choice choice, Seed own) {
        String variant = choice.variant();
        if (variant == null) {
            return null;
        }
        return variant.equals("each") ? (long) (own.named("variant").uniform(0) * 1_000_000) : Long.parseLong(variant);
    }

    private String id(Seed own) {
        for (long attempt = 0; ; attempt++) {
            List<String> letters = new ArrayList<>();
            for (int i = 0; i < LENGTH; i++) {
                letters.add(
                        String.valueOf(LETTERS.charAt((int) (own.child(attempt).uniform(i) * LETTERS.length()))));
            }
            String id = String.join("", letters.subList(0, 4)) + "-" + String.join("", letters.subList(4, LENGTH));
            if (ids.add(id)) {
                return id;
            }
        }
    }
}
