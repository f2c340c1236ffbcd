package gradus.problems.export;
import gradus.problems.exam.Paper;
import java.util.List;
import java.util.Map;
final class Qti implements Export { public String name() { return "qti"; } public Bundle of(Paper p) { return new Bundle(Map.of(), List.of()); } }
