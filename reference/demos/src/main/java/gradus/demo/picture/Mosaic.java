package gradus.demo.picture;

import gradus.tensor.Tensor;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** Rows of small grey images, a label before each row, under a title. Grows until it becomes a picture. */
public final class Mosaic {
    private static final int TITLE = 34;
    private static final int GAP = 6;
    private static final int LETTER = 9; // how wide one of the title is, at most, in the mean

    private record Row(String label, Tensor images) {}

    private final String title;
    private final int pixel;
    private final int labels;
    private final List<Row> rows = new ArrayList<>();

    /**
     * Begins one.
     *
     * @param pixel how large a pixel of an image is drawn
     * @param labels how wide the column of labels is
     */
    public Mosaic(String title, int pixel, int labels) {
        this.title = title;
        this.pixel = pixel;
        this.labels = labels;
    }

    /** Adds a row of images (N, H, W), 0 white and 1 black. */
    public Mosaic row(String label, Tensor images) {
        rows.add(new Row(label, images));
        return this;
    }

    /** The picture, whose name is a file's. */
    public Picture picture(String name) {
        int widest = rows.stream()
                .mapToInt(row -> row.images.dim(0) * (wide(row) + GAP))
                .max()
                .orElse(0);
        int high = rows.stream().mapToInt(row -> high(row) + GAP).sum();
        int wide = Math.max(labels + widest + GAP, LETTER * title.length());
        return new Picture(name, wide + GAP, TITLE + high + GAP, this::paint);
    }

    private int wide(Row row) {
        return row.images.dim(2) * pixel;
    }

    private int high(Row row) {
        return row.images.dim(1) * pixel;
    }

    private void paint(Graphics2D page) {
        page.setColor(Color.BLACK);
        page.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
        page.drawString(title, GAP, TITLE - 12);
        page.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        int top = TITLE;
        for (Row row : rows) {
            page.setColor(Color.BLACK);
            page.drawString(row.label, GAP, top + high(row) / 2 + 4);
            for (int n = 0; n < row.images.dim(0); n++) {
                paint(page, row.images.select(0, n), labels + n * (wide(row) + GAP), top);
            }
            top += high(row) + GAP;
        }
    }

    private void paint(Graphics2D page, Tensor image, int left, int top) {
        for (int i = 0; i < image.dim(0); i++) {
            for (int j = 0; j < image.dim(1); j++) {
                double ink = Math.min(1, Math.max(0, image.get(i, j)));
                int grey = (int) Math.round(255 * (1 - ink));
                page.setColor(new Color(grey, grey, grey));
                page.fillRect(left + j * pixel, top + i * pixel, pixel, pixel);
            }
        }
        page.setColor(Color.LIGHT_GRAY);
        page.drawRect(left, top, image.dim(1) * pixel, image.dim(0) * pixel);
    }
}
