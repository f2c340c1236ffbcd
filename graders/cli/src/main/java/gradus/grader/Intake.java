package gradus.grader;

import gradus.report.Plain;
import gradus.sandbox.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Takes in what a carrier offers: keeps Java sources, refuses dangerous names, counts bytes against the limits. */
final class Intake {

    /** How to open one offered file. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    private static final int MOST_NOTES = 20;
    private static final Set<String> JUNK = Set.of("target", "__MACOSX", "node_modules");

    private final IntakeLimits limits;
    private final long allowance;
    private final TreeMap<String, List<byte[]>> sources = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private int unnoted;
    private int entries;
    private int others;
    private String example = "";
    private long total;

    /**
     * @param packedBytes the size of the archive, or {@link Long#MAX_VALUE} where nothing is packed
     */
    Intake(IntakeLimits limits, long packedBytes) {
        this.limits = limits;
        long proportional = packedBytes > limits.totalBytes() ? Long.MAX_VALUE : packedBytes * limits.ratio();
        this.allowance = Math.min(limits.totalBytes(), Math.max(IntakeLimits.FREE_BYTES, proportional));
    }

    /** Counts an entry, wanted or not. */
    void count() throws RefusedException {
        entries++;
        if (entries > limits.entries()) {
            throw new RefusedException("expected at most " + limits.entries()
                    + " files but found more. Hand in the exercises' Java files only.");
        }
    }

    /** Counts bytes that were unpacked, wanted or not. */
    void spend(long bytes) throws RefusedException {
        total += bytes;
        if (total > allowance) {
            throw new RefusedException("expected at most " + allowance
                    + " bytes when unpacked but found more. Hand in the exercises' Java files only.");
        }
    }

    /** Takes the file if it is a Java source under a harmless name. */
    void offer(String name, Content content) throws IOException {
        String path = name.replace('\\', '/');
        List<String> parts = Arrays.asList(path.split("/"));
        if (isUnsafe(path, parts)) {
            note(path + ": left out, because the name leads out of the submission.");
        } else if (!path.endsWith(".java") || isJunk(path, parts)) {
            others++;
            example = example.isEmpty() ? path : example;
        } else {
            take(path, content);
        }
    }

    private void take(String path, Content content) throws IOException {
        try (InputStream in = content.open()) {
            byte[] bytes = in.readNBytes(limits.sourceBytes() + 1);
            if (bytes.length > limits.sourceBytes()) {
                note(path + ": left out, because it is larger than " + limits.sourceBytes() + " bytes.");
            } else {
                sources.computeIfAbsent(path, key -> new ArrayList<>()).add(bytes);
            }
        }
    }

    private static boolean isUnsafe(String path, List<String> parts) {
        return path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*") || parts.contains("..");
    }

    private static boolean isJunk(String path, List<String> parts) {
        return ("/" + path).contains("/src/test/") || parts.stream().anyMatch(Intake::isJunk);
    }

    /** Whether a file or folder of this name is never looked at. */
    static boolean isJunk(String part) {
        return JUNK.contains(part) || (part.startsWith(".") && !part.equals("."));
    }

    /** Keeps a sentence for the report. */
    void note(String sentence) {
        if (notes.size() < MOST_NOTES) {
            notes.add(Plain.line(sentence));
        } else {
            unnoted++;
        }
    }

    /** Closes the books. */
    Submission submission(String name) {
        Digest digest = new Digest();
        List<Source> texts = new ArrayList<>();
        sources.forEach((path, contents) -> {
            for (byte[] bytes : contents) {
                digest.add(path, bytes);
                SourceText text = SourceText.decode(bytes);
                text.note().ifPresent(note -> note(path + ": " + note));
                texts.add(new Source(path, text.text()));
            }
        });
        if (unnoted > 0) {
            notes.add("and " + unnoted + " more of this kind.");
        }
        return new Submission(name, texts, notes, digest.hex(), texts.isEmpty() ? nothingFound() : null);
    }

    private String nothingFound() {
        String found = others == 0 ? "nothing at all" : others + " other files, such as " + Plain.line(example);
        return "expected Java sources but found " + found + ". Hand in the exercises' .java files.";
    }
}
