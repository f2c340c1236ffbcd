package gradus.demo.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/** How all charts look: colours, letters, grid, and numbers on the axes. */
final class HouseStyle {
    /** Told apart by people who see colours differently, too: the palette of Okabe and Ito (2008), without yellow. */
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0x56B4E9),
            new Color(0xE69F00),
            new Color(0x000000));

    private HouseStyle() {}

    /** The colour of a chart's curve of this number. */
    static Color colour(int number) {
        return COLOURS.get(number % COLOURS.size());
    }

    static void apply(XYStyler style) {
        style.setLocale(Locale.ROOT);
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotMargin(0); // axes on the frame
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
        style.setXAxisTickLabelsFormattingFunction(HouseStyle::number);
        style.setYAxisTickLabelsFormattingFunction(HouseStyle::number);
        style.setMarkerSize(6);
        style.setAntiAlias(true);
    }

    private static Font font(int weight, int size) {
        return new Font(Font.SANS_SERIF, weight, size);
    }

    /** An exponent of ten as the power. */
    static String power(double exponent) {
        double value = Math.pow(10, exponent);
        return value >= 0.01 && value < 1000 ? number(value) : String.format(Locale.ROOT, "%.0e", value);
    }

    static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
