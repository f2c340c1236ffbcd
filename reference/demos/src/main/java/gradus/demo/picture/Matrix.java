package gradus.demo.picture;

import gradus.tensor.Tensor;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Locale;

/** A small matrix as a table of shaded fields with their numbers; rows and columns count from 0. */
public record Matrix(String title, String columns, String rows, Tensor values) {
    private static final int EDGE = 66;

    /** The picture, whose name is a file's, {@code size} pixels wide and high. */
    public Picture picture(String name, int size) {
        return new Picture(name, size, size, page -> paint(page, size));
    }

    private void paint(Graphics2D page, int size) {
        int width = (size - EDGE - 8) / values.dim(1);
        int height = (size - EDGE - 8) / values.dim(0);
        page.setColor(Color.BLACK);
        page.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
        page.drawString(title, EDGE, 18);
        page.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        page.drawString(columns + " →", EDGE, 38);
        page.drawString(rows + " ↓", 6, EDGE - 6);
        for (int i = 0; i < values.dim(0); i++) {
            page.drawString(String.valueOf(i), EDGE - 20, EDGE + i * height + height / 2 + 4);
            for (int j = 0; j < values.dim(1); j++) {
                field(page, i, j, width, height);
            }
        }
        page.setColor(Color.BLACK);
        for (int j = 0; j < values.dim(1); j++) {
            page.drawString(String.valueOf(j), EDGE + j * width + width / 2 - 4, EDGE - 6);
        }
    }

    private void field(Graphics2D page, int i, int j, int width, int height) {
        double value = values.get(i, j);
        double share = value / Math.max(values.max(), 1e-12);
        int left = EDGE + j * width;
        int top = EDGE + i * height;
        page.setColor(new Color((int) (255 - 255 * share), (int) (255 - 141 * share), (int) (255 - 77 * share)));
        page.fillRect(left, top, width, height);
        page.setColor(Color.LIGHT_GRAY);
        page.drawRect(left, top, width, height);
        page.setColor(share > 0.6 ? Color.WHITE : Color.BLACK);
        if (value >= 0.05) {
            String text = value == Math.rint(value) ? "%.0f" : "%.1f";
            page.drawString(String.format(Locale.ROOT, text, value), left + width / 2 - 8, top + height / 2 + 4);
        }
        page.setColor(Color.BLACK);
    }
}
