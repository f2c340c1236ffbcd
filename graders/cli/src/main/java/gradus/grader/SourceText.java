package gradus.grader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A source file's bytes as text: UTF-8 if they are, else what their byte order mark says, else Windows-1252, with a note.
 *
 * @param text the text, without a byte order mark
 * @param note what the reader had to guess, in a sentence
 */
record SourceText(String text, Optional<String> note) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static SourceText decode(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return guessed(bytes, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return guessed(bytes, StandardCharsets.UTF_16LE);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new SourceText(withoutMark(text), Optional.empty());
        } catch (CharacterCodingException e) {
            return guessed(bytes, WINDOWS);
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static SourceText guessed(byte[] bytes, Charset charset) {
        String note = "read as " + charset.name() + ", because it is not UTF-8.";
        return new SourceText(withoutMark(new String(bytes, charset)), Optional.of(note));
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
