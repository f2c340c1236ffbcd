package gradus.demo.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Circle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.None;

/** Curves and points over two labelled axes, in the house's style. Grows until it becomes a picture. */
public final class Plot {
    private static final BasicStroke THICK = new BasicStroke(1.8f);
    private static final BasicStroke THIN = new BasicStroke(1);
    private static final float BROAD = 7; // the first of nested lines
    private static final float NARROWER = 1.7f; // by which the next is
    private static final int BESIDE = 150; // pixels for a legend beside the axes

    private final XYChart chart = new XYChart(1, 1);
    private int colour;
    private DoubleUnaryOperator upwards = DoubleUnaryOperator.identity();
    private int beside = BESIDE;
    private boolean nested;

    public Plot(String title, String xAxis, String yAxis) {
        chart.setTitle(title);
        chart.setXAxisTitle(xAxis);
        chart.setYAxisTitle(yAxis);
        HouseStyle.apply(chart.getStyler());
    }

    /** Powers of ten at equal distances upwards, for the curves that are added from now on; all values are above 0. */
    public Plot logarithmic() {
        upwards = Math::log10;
        chart.getStyler().setYAxisTickLabelsFormattingFunction(HouseStyle::power);
        return this;
    }

    /** Shows this part of the plane and no more. */
    public Plot within(double left, double right, double bottom, double top) {
        chart.getStyler()
                .setXAxisMin(left)
                .setXAxisMax(right)
                .setYAxisMin(bottom)
                .setYAxisMax(top);
        return this;
    }

    public Plot withoutLegend() {
        chart.getStyler().setLegendVisible(false);
        beside = 0;
        return this;
    }

    /** Draws the first lines broad and each further one narrower, so that lines which coincide are all seen. */
    public Plot nested() {
        nested = true;
        return this;
    }

    /** Leaves out the first colours: what is drawn from now on has the next. */
    public Plot withoutColours(int first) {
        colour += first;
        return this;
    }

    /** Puts the names under the axes instead of beside them. */
    public Plot legendBelow() {
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
        beside = 0;
        return this;
    }

    /** Its first point comes twice, a trifle apart: over points at equal distances the library would number the axis by those. */
    public Plot line(String name, double[] x, double[] y) {
        double before = x[0] - 1e-9 * Math.abs(x[x.length - 1] - x[0]);
        BasicStroke stroke = nested ? new BasicStroke(Math.max(1.8f, BROAD - NARROWER * colour)) : THICK;
        add(name, led(before, x), led(y[0], y), new None(), HouseStyle.colour(colour++))
                .setLineStyle(stroke);
        return this;
    }

    private static double[] led(double first, double[] rest) {
        return DoubleStream.concat(DoubleStream.of(first), Arrays.stream(rest)).toArray();
    }

    /** A line over 0, 1, 2, … */
    public Plot line(String name, List<Double> y) {
        return line(
                name,
                IntStream.range(0, y.size()).asDoubleStream().toArray(),
                y.stream().mapToDouble(value -> value).toArray());
    }

    /** A thin grey line: what is known, beside what is found. */
    public Plot reference(String name, double[] x, double[] y) {
        add(name, x, y, new None(), Color.GRAY).setLineStyle(THIN);
        return this;
    }

    public Plot points(String name, double[] x, double[] y) {
        return marks(name, x, y, new Circle(), HouseStyle.colour(colour++));
    }

    /** Small black points, close together: a line that may have any form. */
    public Plot dots(String name, double[] x, double[] y) {
        return marks(name, x, y, new Dot(), Color.BLACK);
    }

    private Plot marks(String name, double[] x, double[] y, Marker marker, Color ink) {
        if (x.length > 0) { // the library refuses none
            add(name, x, y, marker, ink).setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        }
        return this;
    }

    private XYSeries add(String name, double[] x, double[] y, Marker marker, Color ink) {
        XYSeries series = chart.addSeries(name, x, Arrays.stream(y).map(upwards).toArray());
        series.setMarker(marker);
        series.setMarkerColor(ink);
        series.setLineColor(ink);
        return series;
    }

    /** The picture, whose name is a file's; the axes are {@code width} × {@code height} pixels, labels included. */
    public Picture picture(String name, int width, int height) {
        int whole = width + beside;
        return new Picture(name, whole, height, page -> chart.paint(page, whole, height));
    }
}
