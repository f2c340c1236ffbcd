package gradus.problems.figure;

import java.util.List;

/** A drawing as marks on paper, in pixels from the upper left corner; later marks cover earlier ones. */
record Sheet(double width, double height, List<Mark> marks) {
    /** Height of letters, and the room that a line of text and a letter take. */
    static final double LETTERS = 13, LINE = 17, LETTER = 7.6;

    Sheet {
        marks = List.copyOf(marks);
    }

    /** About the width of a text. */
    static double width(String text) {
        return text.codePointCount(0, text.length()) * LETTER;
    }
}
