package gradus.grader;

/**
 * How much of a submission is read before it is refused; a bomb is found while it is read, never by believing its headers.
 *
 * @param entries most files and folders
 * @param archiveBytes largest archive, as it lies on the disk
 * @param sourceBytes largest Java file, unpacked
 * @param totalBytes most bytes unpacked from one submission
 * @param ratio most bytes unpacked for each byte of the archive, once {@link #FREE_BYTES} have been unpacked
 */
public record IntakeLimits(int entries, long archiveBytes, int sourceBytes, long totalBytes, int ratio) {

    /** So many bytes may be unpacked from however small an archive: 4 MiB. */
    static final long FREE_BYTES = 4 << 20;

    /** 10,000 entries, archives of 64 MiB, Java files of 1 MiB, 64 MiB in all, 200 bytes for each packed one. */
    public static final IntakeLimits DEFAULT = new IntakeLimits(10_000, 64L << 20, 1 << 20, 64L << 20, 200);
}
