package gradus.problems.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** An item of QTI read again: its declarations, and what its response processing makes of responses; no response is an empty list. */
final class QtiReader {
    private final Element item;
    private final Map<String, List<String>> responses = new LinkedHashMap<>();
    private double score;

    QtiReader(String xml) {
        item = XmlReader.root(xml);
    }

    Element item() {
        return item;
    }

    Map<String, Element> declarations() {
        Map<String, Element> declarations = new LinkedHashMap<>();
        XmlReader.children(item, "responseDeclaration")
                .forEach(declaration -> declarations.put(declaration.getAttribute("identifier"), declaration));
        return declarations;
    }

    /** The declared key of each response. */
    Map<String, List<String>> right() {
        Map<String, List<String>> right = new LinkedHashMap<>();
        declarations().forEach((id, declaration) -> right.put(id, correct(declaration)));
        return right;
    }

    private static List<String> correct(Element declaration) {
        return XmlReader.child(declaration, "correctResponse").stream()
                .flatMap(correct -> XmlReader.children(correct, "value").stream())
                .map(Element::getTextContent)
                .toList();
    }

    double score(Map<String, List<String>> given) {
        responses.clear();
        responses.putAll(given);
        score = 0;
        for (Element rule :
                XmlReader.children(XmlReader.child(item, "responseProcessing").orElseThrow())) {
            if (rule.getTagName().equals("setOutcomeValue")) {
                set(rule);
            } else {
                condition(rule);
            }
        }
        return score;
    }

    private void condition(Element rule) {
        for (Element branch : XmlReader.children(rule)) {
            List<Element> parts = XmlReader.children(branch);
            if (holds(parts.get(0))) {
                parts.subList(1, parts.size()).forEach(this::set);
                return;
            }
        }
    }

    private void set(Element outcome) {
        score = sum(XmlReader.children(outcome).get(0));
    }

    private double sum(Element sum) {
        double total = 0;
        for (Element part : XmlReader.children(sum)) {
            total += switch (part.getTagName()) {
                case "variable" -> score;
                case "baseValue" -> Double.parseDouble(part.getTextContent());
                case "mapResponse" -> mapped(part.getAttribute("identifier"));
                default -> throw new IllegalStateException(part.getTagName());
            };
        }
        return total;
    }

    private double mapped(String id) {
        Element mapping = XmlReader.child(Objects.requireNonNull(declarations().get(id)), "mapping")
                .orElseThrow();
        return XmlReader.children(mapping).stream()
                .filter(entry -> responses.getOrDefault(id, List.of()).contains(entry.getAttribute("mapKey")))
                .mapToDouble(entry -> Double.parseDouble(entry.getAttribute("mappedValue")))
                .findFirst()
                .orElse(Double.parseDouble(mapping.getAttribute("defaultValue")));
    }

    private boolean holds(Element test) {
        List<Element> parts = XmlReader.children(test);
        return switch (test.getTagName()) {
            case "and" -> parts.stream().allMatch(this::holds);
            case "or" -> parts.stream().anyMatch(this::holds);
            case "not" -> !values(variable(parts.get(0))).isEmpty() && !holds(parts.get(0));
            case "isNull" -> values(parts.get(0)).isEmpty();
            case "member" -> values(parts.get(1)).containsAll(values(parts.get(0)));
            case "match" -> same(values(parts.get(0)), values(parts.get(1)), parts.get(0));
            case "equal" -> equal(test, values(parts.get(0)), values(parts.get(1)));
            default -> throw new IllegalStateException(test.getTagName());
        };
    }

    /** What a test looks at. */
    private static Element variable(Element test) {
        return XmlReader.children(test).stream()
                .filter(part -> part.getTagName().equals("variable"))
                .findFirst()
                .orElseThrow();
    }

    private boolean same(List<String> given, List<String> key, Element variable) {
        boolean ordered = Objects.requireNonNull(declarations().get(variable.getAttribute("identifier")))
                .getAttribute("cardinality")
                .equals("ordered");
        return !given.isEmpty() && (ordered ? given.equals(key) : new TreeSet<>(given).equals(new TreeSet<>(key)));
    }

    private static boolean equal(Element test, List<String> given, List<String> key) {
        if (given.isEmpty()) {
            return false;
        }
        double tolerance = test.getAttribute("toleranceMode").equals("exact")
                ? 0
                : Double.parseDouble(test.getAttribute("tolerance").split(" ", -1)[0]);
        return Math.abs(Double.parseDouble(given.get(0)) - Double.parseDouble(key.get(0))) <= tolerance;
    }

    private List<String> values(Element expression) {
        String id = expression.getAttribute("identifier");
        return switch (expression.getTagName()) {
            case "variable" -> responses.getOrDefault(id, List.of());
            case "correct" -> Objects.requireNonNull(right().get(id));
            case "baseValue" -> List.of(expression.getTextContent());
            case "ordered" -> {
                List<String> all = new ArrayList<>();
                XmlReader.children(expression).forEach(part -> all.addAll(values(part)));
                yield all;
            }
            default -> throw new IllegalStateException(expression.getTagName());
        };
    }
}
