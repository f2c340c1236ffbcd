package gradus.problems.export;

import gradus.problems.exam.Paper;
import java.util.List;

/** Writes a paper for a learning platform. Every answer of the paper has a fate: none is dropped without a word. */
public interface Export {
    /** All exports there are. */
    List<Export> ALL = List.of(new MoodleXml(), new Gift(), new Qti(), new Stack());

    /** Its name, as a folder. */
    String name();

    /** The files of a paper. */
    Bundle of(Paper paper);
}
