package gradus.grader;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over named pieces of content, each with its length, so that no two lists of pieces read alike. */
final class Digest {

    private final MessageDigest digest;

    Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    void add(String name, byte[] content) {
        addPiece(name.getBytes(StandardCharsets.UTF_8));
        addPiece(content);
    }

    private void addPiece(byte[] piece) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, piece.length));
        digest.update(piece);
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
