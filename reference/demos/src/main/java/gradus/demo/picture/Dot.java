package gradus.demo.picture;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** A small point, whatever the size of the others. */
final class Dot extends Marker {
    private static final double SIZE = 2;

    @Override
    public void paint(Graphics2D page, double x, double y, int size) {
        page.fill(new Ellipse2D.Double(x - SIZE / 2, y - SIZE / 2, SIZE, SIZE));
    }
}
