package gradus.problems.figure;

import gradus.problems.figure.Mark.Anchor;
import gradus.problems.figure.Mark.Box;
import gradus.problems.figure.Mark.Words;
import java.util.ArrayList;
import java.util.List;

/** Tables of numbers side by side, a square for each number: images, kernels, feature maps. */
public record Grid(List<Table> tables) implements Picture {
    static final double SIDE = 32, GAP = 40, NAME = 26, MARGIN = 6;

    /** Rows of equal length, with a name above them. */
    public record Table(String name, List<List<String>> rows) {
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
            if (rows.isEmpty() || rows.get(0).isEmpty()) {
                throw new IllegalArgumentException("expected numbers for " + name + " but got none");
            }
            int columns = rows.get(0).size();
            if (rows.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException("expected rows of " + columns + " numbers for " + name);
            }
        }

        double cell() {
            return Math.max(
                    SIDE,
                    rows.stream()
                            .flatMap(List::stream)
                            .mapToDouble(text -> Sheet.width(text) + 8)
                            .max()
                            .orElse(0));
        }

        double width() {
            return Math.max(rows.get(0).size() * cell(), Sheet.width(name));
        }
    }

    public Grid {
        tables = List.copyOf(tables);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("expected tables but got none");
        }
    }

    @Override
    public Sheet sheet() {
        List<Mark> marks = new ArrayList<>();
        double left = MARGIN, height = 0;
        for (Table table : tables) {
            table(table, left, marks);
            left += table.width() + GAP;
            height = Math.max(height, table.rows().size() * SIDE);
        }
        return new Sheet(left - GAP + MARGIN, NAME + height + MARGIN, marks);
    }

    private static void table(Table table, double left, List<Mark> marks) {
        double cell = table.cell(), columns = table.rows().get(0).size();
        double start = left + (table.width() - columns * cell) / 2;
        marks.add(new Words(table.name(), new Point(left + table.width() / 2, NAME / 2), Anchor.MIDDLE));
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < columns; column++) {
                double x = start + column * cell, y = NAME + row * SIDE;
                marks.add(new Box(x, y, cell, SIDE, 0));
                marks.add(new Words(
                        table.rows().get(row).get(column), new Point(x + cell / 2, y + SIDE / 2), Anchor.MIDDLE));
            }
        }
    }
}
