package gradus.demo.picture;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * Something drawn, on a page of {@code width} × {@code height} pixels from (0, 0).
 *
 * @param name the file's name, without the ending
 * @param painter draws it; may be asked several times
 */
public record Picture(String name, int width, int height, Consumer<Graphics2D> painter) {
    /** Pixels of a PNG a pixel of the page. */
    private static final int SHARPNESS = 2;

    /**
     * Pictures in rows of {@code columns}, each in a field as large as the first.
     *
     * @throws IllegalArgumentException if there is no picture or no column
     */
    public static Picture grid(String name, int columns, List<Picture> pictures) {
        if (pictures.isEmpty() || columns < 1) {
            throw new IllegalArgumentException("Picture.grid: expected a picture and a column or more but got "
                    + pictures.size() + " pictures and " + columns + " columns.");
        }
        int width = pictures.get(0).width;
        int height = pictures.get(0).height;
        int rows = -Math.floorDiv(-pictures.size(), columns);
        return new Picture(name, columns * width, rows * height, page -> {
            for (int i = 0; i < pictures.size(); i++) {
                Graphics2D field = (Graphics2D) page.create();
                field.translate(i % columns * width, i / columns * height);
                pictures.get(i).painter.accept(field);
                field.dispose();
            }
        });
    }

    /**
     * Writes the picture into a folder, and returns the file.
     *
     * @throws IOException if that is not possible
     */
    public Path write(Path folder, Format format) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name + format.ending());
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out, format);
        }
        return file;
    }

    private void write(OutputStream out, Format format) throws IOException {
        switch (format) {
            case SVG -> writeSvg(out);
            case PNG -> ImageIO.write(pixels(), "png", out);
        }
    }

    private void writeSvg(OutputStream out) throws IOException {
        VectorGraphics2D page = new VectorGraphics2D();
        draw(page);
        new SVGProcessor()
                .getDocument(page.getCommands(), new PageSize(width, height))
                .writeTo(out);
    }

    private BufferedImage pixels() {
        BufferedImage image = new BufferedImage(SHARPNESS * width, SHARPNESS * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D page = image.createGraphics();
        page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        page.scale(SHARPNESS, SHARPNESS);
        draw(page);
        page.dispose();
        return image;
    }

    private void draw(Graphics2D page) {
        page.setColor(Color.WHITE);
        page.fillRect(0, 0, width, height);
        painter.accept(page);
    }
}
