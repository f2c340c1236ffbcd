package gradus.problems.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.alg.layered.options.WrappingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Where the nodes and arrows of a graph stand, in layers, by the Eclipse Layout Kernel. */
final class Layout {
    /** The width of a printed page, in pixels. */
    static final double WIDEST = 590;

    private static final double MARGIN = 6;

    private final ElkNode plane = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> nodes = new HashMap<>();
    private final Map<Graph.Edge, ElkEdge> edges = new HashMap<>();

    private Layout(Graph graph, double aspect) {
        plane.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        plane.setProperty(LayeredOptions.DIRECTION, graph.down() ? Direction.DOWN : Direction.RIGHT);
        plane.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        plane.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        plane.setProperty(LayeredOptions.SPACING_NODE_NODE, 22.0);
        plane.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 18.0);
        plane.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12.0);
        plane.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 8.0);
        plane.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
        if (aspect > 0) {
            wrap(aspect);
        }
        graph.nodes().forEach(this::add);
        graph.edges().forEach(this::add);
        new RecursiveGraphLayoutEngine().layout(plane, new BasicProgressMonitor());
    }

    /** The layout of a graph; a chain that is too wide for a page goes on in further rows. */
    static Layout of(Graph graph) {
        Layout layout = new Layout(graph, 0);
        for (double aspect = 5; graph.isChain() && layout.width() > WIDEST && aspect >= 1; aspect -= 0.5) {
            layout = new Layout(graph, aspect);
        }
        return layout;
    }

    private void wrap(double aspect) {
        plane.setProperty(CoreOptions.ASPECT_RATIO, aspect);
        plane.setProperty(LayeredOptions.WRAPPING_STRATEGY, WrappingStrategy.MULTI_EDGE);
        plane.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    }

    private void add(Graph.Node node) {
        ElkNode place = ElkGraphUtil.createNode(plane);
        place.setDimensions(node.width(), node.height());
        nodes.put(node.id(), place);
    }

    private void add(Graph.Edge edge) {
        ElkEdge line = ElkGraphUtil.createSimpleEdge(node(edge.from()), node(edge.to()));
        if (!edge.label().isEmpty()) {
            ElkLabel label = ElkGraphUtil.createLabel(edge.label(), line);
            label.setDimensions(Sheet.width(edge.label()) + 6, Sheet.LINE + 8);
            label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
        }
        edges.put(edge, line);
    }

    private ElkNode node(String id) {
        ElkNode node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("Layout: expected a node of the graph but got " + id + ".");
        }
        return node;
    }

    private ElkEdge line(Graph.Edge edge) {
        ElkEdge line = edges.get(edge);
        if (line == null) {
            throw new IllegalStateException("Layout: expected an edge of the graph but got " + edge + ".");
        }
        return line;
    }

    double width() {
        return plane.getWidth();
    }

    double height() {
        return plane.getHeight();
    }

    /** The upper left corner of a node. */
    Point place(Graph.Node node) {
        return new Point(node(node.id()).getX(), node(node.id()).getY());
    }

    /** The points that an arrow goes through. */
    List<Point> corners(Graph.Edge edge) {
        ElkEdgeSection section = line(edge).getSections().get(0);
        List<Point> corners = new ArrayList<>();
        corners.add(new Point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> corners.add(new Point(bend.getX(), bend.getY())));
        corners.add(new Point(section.getEndX(), section.getEndY()));
        return corners;
    }

    /** The middle of an arrow's label. */
    Point label(Graph.Edge edge) {
        ElkLabel label = line(edge).getLabels().get(0);
        return new Point(label.getX() + label.getWidth() / 2, label.getY() + label.getHeight() / 2);
    }
}
