package gradus.demo.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Circle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.None;

/** Curves and points over two labelled axes, in the house's style. Grows until it becomes a picture. */
public final class Plot {
    /** Told apart by people who see colours differently, too: the palette of Okabe and Ito (2008), without yellow. */
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0x56B4E9),
            new Color(0xE69F00),
            new Color(0x000000));

    private static final BasicStroke THICK = new BasicStroke(1.8f);
    private static final BasicStroke THIN = new BasicStroke(1);
    private static final int BESIDE = 150; // pixels for a legend beside the axes

    private final XYChart chart = new XYChart(1, 1);
    private int colour;
    private DoubleUnaryOperator upwards = DoubleUnaryOperator.identity();
    private int beside = BESIDE;

    public Plot(String title, String xAxis, String yAxis) {
        chart.setTitle(title);
        chart.setXAxisTitle(xAxis);
        chart.setYAxisTitle(yAxis);
        XYStyler style = chart.getStyler();
        style.setLocale(Locale.ROOT);
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotGridLinesColor(new Color(0xE4E4E4));
        style.setPlotBorderColor(Color.GRAY);
        style.setChartTitleBoxVisible(false);
        style.setChartTitleFont(font(Font.BOLD, 14));
        style.setAxisTitleFont(font(Font.PLAIN, 12));
        style.setAxisTickLabelsFont(font(Font.PLAIN, 11));
        style.setLegendFont(font(Font.PLAIN, 12));
        style.setLegendPosition(LegendPosition.OutsideE);
        style.setLegendBorderColor(Color.WHITE);
        style.setPlotGridLinesStroke(new BasicStroke(1));
        style.setPlotContentSize(0.96);
        style.setXAxisTickMarkSpacingHint(80);
        style.setXAxisTickLabelsFormattingFunction(Plot::number);
        style.setYAxisTickLabelsFormattingFunction(Plot::number);
        style.setMarkerSize(6);
        style.setAntiAlias(true);
    }

    private static Font font(int weight, int size) {
        return new Font(Font.SANS_SERIF, weight, size);
    }

    /** Powers of ten at equal distances upwards, for the curves that are added from now on; all values are above 0. */
    public Plot logarithmic() {
        upwards = Math::log10;
        chart.getStyler().setYAxisTickLabelsFormattingFunction(Plot::power);
        return this;
    }

    private static String power(double exponent) {
        double value = Math.pow(10, exponent);
        return value >= 0.01 && value < 1000 ? number(value) : String.format(Locale.ROOT, "%.0e", value);
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
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

    /** Puts the names under the axes instead of beside them. */
    public Plot legendBelow() {
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal);
        beside = 0;
        return this;
    }

    public Plot line(String name, double[] x, double[] y) {
        add(name, nearlyTwice(x), twice(y), new None(), next()).setLineStyle(THICK);
        return this;
    }

    /** The first point comes twice, a trifle apart: over points at equal distances the library would number the axis by those. */
    private static double[] nearlyTwice(double[] x) {
        double[] more = twice(x);
        more[0] -= 1e-9 * Math.abs(x[x.length - 1] - x[0]);
        return more;
    }

    private static double[] twice(double[] y) {
        return DoubleStream.concat(DoubleStream.of(y[0]), Arrays.stream(y)).toArray();
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
        return marks(name, x, y, new Circle(), next());
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

    private Color next() {
        return COLOURS.get(colour++ % COLOURS.size());
    }

    /** The picture, whose name is a file's; the axes are {@code width} × {@code height} pixels, labels included. */
    public Picture picture(String name, int width, int height) {
        int whole = width + beside;
        return new Picture(name, whole, height, page -> chart.paint(page, whole, height));
    }
}
