package gradus.problems;

import java.util.List;

/** The marking of all answers to one problem, in the problem's order. */
public record MarkSheet(Problem problem, List<Mark> marks) {
    public MarkSheet {
        marks = List.copyOf(marks);
    }

    /** Credits earned, slips deducted. */
    public double earned() {
        return earned(marks);
    }

    /** Credits that a right sheet earns. */
    public double possible() {
        return problem.credits();
    }

    /** The marks of one part. */
    public List<Mark> of(Part part) {
        return marks.stream().filter(mark -> mark.part().equals(part.id())).toList();
    }

    /** Credits earned in one part, slips deducted. */
    public double earned(Part part) {
        return earned(of(part));
    }

    /** Whether at least one answer could be read. */
    public boolean readable() {
        return marks.stream()
                .anyMatch(mark -> mark.status() != MarkStatus.UNREADABLE && mark.status() != MarkStatus.UNANSWERED);
    }

    static double earned(List<Mark> marks) {
        return marks.stream().mapToDouble(Mark::earned).sum();
    }
}
