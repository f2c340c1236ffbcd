package gradus.reference.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Where the parts of a drawing stand, in pixels: layers from left to right, by the Eclipse Layout Kernel. */
final class Placement {
    static final double LINE = 16; // the height of a line of text
    static final double LETTER = 7.5; // the width of a letter

    private final ElkNode plane = ElkGraphUtil.createGraph();
    private final Map<Node, ElkNode> places = new HashMap<>();

    Placement() {
        plane.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        plane.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        plane.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        plane.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        plane.setProperty(LayeredOptions.SPACING_NODE_NODE, 24.0);
        plane.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 24.0);
        plane.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12.0);
        plane.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 12.0);
    }

    void node(Node node, double width, double height) {
        ElkNode place = ElkGraphUtil.createNode(plane);
        place.setDimensions(width, height);
        places.put(node, place);
    }

    /** A point to which an edge leads out of the graph. */
    ElkNode end() {
        return ElkGraphUtil.createNode(plane);
    }

    /** An edge with room for two lines of text, one above and one below it. */
    ElkEdge edge(Node from, ElkNode to, int letters) {
        ElkEdge edge = ElkGraphUtil.createSimpleEdge(of(from), to);
        var label = ElkGraphUtil.createLabel("numbers", edge);
        label.setDimensions(letters * LETTER + 8, 2 * LINE + 6);
        label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
        label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
        return edge;
    }

    ElkNode of(Node node) {
        ElkNode place = places.get(node);
        if (place == null) {
            throw new IllegalStateException("Placement: expected a node of the drawing.");
        }
        return place;
    }

    void arrange() {
        new RecursiveGraphLayoutEngine().layout(plane, new BasicProgressMonitor());
    }

    double width() {
        return plane.getWidth();
    }

    double height() {
        return plane.getHeight();
    }

    /** The corners of an edge, as x, y, x, y, … */
    static List<Double> corners(ElkEdge edge) {
        var section = edge.getSections().get(0);
        var corners = new java.util.ArrayList<Double>(List.of(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> corners.addAll(List.of(bend.getX(), bend.getY())));
        corners.addAll(List.of(section.getEndX(), section.getEndY()));
        return corners;
    }
}
