package gradus.problems.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.w3c.dom.Element;

/** A question of STACK read again: its inputs with the teacher's answers, and what a sheet earns by its response trees. */
record StackSheet(Element question) {
    static List<StackSheet> of(String xml) {
        return XmlReader.children(XmlReader.root(xml), "question").stream()
                .filter(question -> question.getAttribute("type").equals("stack"))
                .map(StackSheet::new)
                .toList();
    }

    /** The name of the question without the id of the paper. */
    String name() {
        return XmlReader.text(question, "name", "text");
    }

    /** Inputs with the teacher's answer, as Maxima. */
    Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        XmlReader.children(question, "input")
                .forEach(input -> inputs.put(XmlReader.text(input, "name"), XmlReader.text(input, "tans")));
        return inputs;
    }

    String type(String name) {
        return XmlReader.children(question, "input").stream()
                .filter(input -> XmlReader.text(input, "name").equals(name))
                .map(input -> XmlReader.text(input, "type"))
                .findFirst()
                .orElseThrow();
    }

    /** What the teacher's answer means as a student's. */
    Object right(String name) {
        Object key = new MaximaReader().value(Objects.requireNonNull(inputs().get(name)));
        if (!(key instanceof List<?> options)) {
            return key;
        }
        List<Object> chosen = new ArrayList<>();
        options.forEach(option -> {
            if (((List<?>) option).get(1).equals(true)) {
                chosen.add(((List<?>) option).get(0));
            }
        });
        if (type(name).equals("checkbox")) {
            return chosen.isEmpty() ? MaximaReader.EMPTY : chosen;
        }
        return chosen.get(0);
    }

    Map<String, Object> right() {
        Map<String, Object> sheet = new LinkedHashMap<>();
        inputs().keySet().forEach(name -> sheet.put(name, right(name)));
        return sheet;
    }

    /** Points of a sheet; inputs that it lacks are empty. */
    double points(Map<String, Object> sheet) {
        MaximaReader maxima = maxima(sheet);
        return XmlReader.children(question, "prt").stream()
                .mapToDouble(tree -> Double.parseDouble(XmlReader.text(tree, "value")) * share(tree, maxima))
                .sum();
    }

    /** All variables after a sheet was read. */
    MaximaReader maxima(Map<String, Object> sheet) {
        MaximaReader maxima = new MaximaReader();
        inputs().keySet().forEach(name -> maxima.set(name, sheet.getOrDefault(name, MaximaReader.EMPTY)));
        maxima.run(XmlReader.text(question, "questionvariables", "text"));
        return maxima;
    }

    private static double share(Element tree, MaximaReader maxima) {
        maxima.run(XmlReader.text(tree, "feedbackvariables", "text"));
        List<Element> nodes = XmlReader.children(tree, "node");
        double score = 0;
        int at = 0;
        for (int steps = 0; at >= 0; steps++) {
            if (steps > nodes.size()) {
                throw new IllegalStateException("a response tree that does not end");
            }
            Element node = nodes.get(at);
            if (!XmlReader.text(node, "name").equals(String.valueOf(at))) {
                throw new IllegalStateException("nodes out of order");
            }
            boolean same =
                    maxima.get(XmlReader.text(node, "sans")).equals(Double.parseDouble(XmlReader.text(node, "tans")));
            String way = same ? "true" : "false";
            double by = Double.parseDouble(XmlReader.text(node, way + "score"));
            score += XmlReader.text(node, way + "scoremode").equals("-") ? -by : by;
            at = Integer.parseInt(XmlReader.text(node, way + "nextnode"));
        }
        return Math.max(0, Math.min(1, score));
    }
}
