package gradus.problems;

import gradus.problems.ProblemFile.AxesEntry;
import gradus.problems.ProblemFile.ListedEntry;
import gradus.problems.ProblemFile.QuestionEntry;
import gradus.problems.expression.ExpressionException;
import gradus.problems.kind.Kind;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the questions of a problem file, each of one kind. */
final class QuestionReader {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");

    private final String file;
    private final Definitions definitions;
    private final Set<String> forward;
    private final Map<String, Tensor> given = new LinkedHashMap<>();
    private final Problem frame;
    private final Credits numbers;
    private final Set<String> asked = new LinkedHashSet<>();

    QuestionReader(
            String file, Definitions definitions, Set<String> forward, Map<Role, List<String>> given, Model model) {
        this.file = file;
        this.definitions = definitions;
        this.forward = forward;
        this.numbers = new Credits(file);
        this.frame = new Problem("", "", "", "", List.of(), given, model, List.of(), List.of(), List.of());
        given.values().forEach(names -> names.forEach(name -> this.given.put(name, model.value(name))));
    }

    Question question(String id, QuestionEntry entry, boolean carried) {
        Form form = form(id, entry);
        List<Text> needs = entry.needs() == null ? List.of() : entry.needs();
        needs.forEach(need -> definitions.requireKnown(need.value(), asked, need));
        if (!asked.add(id)) {
            throw new ProblemException(file, entry.ask(), "'" + id + "' is asked twice");
        }
        Question bare = question(id, entry, form, carried, needs, List.of(), List.of());
        Question question =
                question(id, entry, form, carried, needs, listed(entry.accept(), bare), listed(entry.wrong(), bare));
        Optional.ofNullable(entry.published()).ifPresent(text -> readable(question, text));
        return question;
    }

    private Question question(
            String id,
            QuestionEntry entry,
            Form form,
            boolean carried,
            List<Text> needs,
            List<Listed> accepted,
            List<Listed> wrong) {
        if (entry.carry() != null && !entry.carry().value().equals("none")) {
            throw new ProblemException(
                    file,
                    entry.carry(),
                    "expected none but got '" + entry.carry().value() + "'");
        }
        return new Question(
                id,
                entry.ask().value(),
                numbers.credits(entry.credits()),
                Optional.ofNullable(entry.published()).map(Text::value).orElse(null),
                form,
                accepted,
                wrong,
                carried && entry.carry() == null,
                needs.stream().map(Text::value).toList(),
                entry.derived());
    }

    private Form form(String id, QuestionEntry entry) {
        List<Kind> kinds = new ArrayList<>(entry.kinds());
        AxesEntry shape = entry.shape();
        boolean symbolic = shape != null && shape.sides() != null;
        if (shape != null && shape.sides() != null) {
            kinds.add(new AxesReader(file, numbers).sides(entry, shape, shape.sides()));
        }
        boolean computed = entry.names() != null
                || entry.count() != null
                || entry.method() != null
                || (shape != null && !symbolic);
        if (kinds.size() + (computed ? 1 : 0) > 1) {
            throw new ProblemException(file, entry.ask(), "expected an answer of one kind but got several");
        }
        return kinds.isEmpty() ? computed(id, entry) : direct(id, entry, kinds.get(0));
    }

    private Form direct(String id, QuestionEntry entry, Kind kind) {
        if (!ID.matcher(id).matches() || definitions.formulas().containsKey(id)) {
            throw new ProblemException(file, entry.ask(), "expected an id that nothing else has but got '" + id + "'");
        }
        try {
            kind.require(numbers.credits(entry.credits()));
            return new Form.Direct(kind.over(given));
        } catch (ExpressionException | IllegalArgumentException e) {
            throw new ProblemException(file, entry.ask(), String.valueOf(e.getMessage()));
        }
    }

    private Form computed(String id, QuestionEntry entry) {
        definitions.requireKnown(id, forward, entry.ask());
        List<String> names = entry.names() == null ? List.of() : entry.names();
        names.forEach(
                name -> definitions.requireKnown(name, definitions.formulas().keySet(), entry.ask()));
        AxesEntry shape = entry.shape();
        Axes axes = shape == null
                ? null
                : new AxesReader(file, numbers).axes(entry, shape, frame.model().value(id));
        return new Form.Computed(names, entry.count() != null && entry.count(), method(entry), axes);
    }

    private double method(QuestionEntry entry) {
        if (entry.method() == null) {
            return 0;
        }
        double method = numbers.credits(entry.method());
        if (method >= numbers.credits(entry.credits()) || entry.shape() != null) {
            throw new ProblemException(
                    file,
                    entry.method(),
                    "expected fewer credits for the method than for the answer, which is a number");
        }
        return method;
    }

    private List<Listed> listed(@Nullable List<ListedEntry> entries, Question question) {
        List<Listed> listed = new ArrayList<>();
        for (ListedEntry entry : entries == null ? List.<ListedEntry>of() : entries) {
            String note = entry.when() == null ? entry.note() : "This comes out when " + entry.when() + ".";
            List<String> answers = entry.answer().items();
            answers.forEach(answer -> requireListed(question, entry.answer(), answer));
            double credits = entry.credits() == null ? 0 : numbers.credits(entry.credits());
            if (note == null || credits > question.credits()) {
                throw new ProblemException(
                        file,
                        entry.answer(),
                        note == null
                                ? "expected a note or when it comes out"
                                : "expected at most the answer's credits");
            }
            String slip = Objects.requireNonNullElse(entry.slip(), entry.when() == null ? "" : "listed");
            listed.add(new Listed(answers, credits, slip, note));
        }
        return listed;
    }

    private void requireListed(Question question, Text place, String answer) {
        try {
            question.kind()
                    .ifPresentOrElse(kind -> kind.read(answer), () -> Marking.readListed(frame, question, answer));
        } catch (ExpressionException e) {
            throw new ProblemException(file, place, e);
        }
    }

    /** The text, if it can be read as an answer. */
    String readable(Question question, Text text) {
        Optional<ExpressionException> complaint = Marking.complaint(frame, question, text.value());
        if (complaint.isPresent()) {
            throw new ProblemException(file, text, complaint.get());
        }
        return text.value();
    }
}
