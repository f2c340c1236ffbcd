package gradus.grader;

import java.io.IOException;

/** What a submission comes in: a folder or an archive. Nothing is unpacked to the disk. */
interface Carrier {

    /**
     * Offers every file to the intake.
     *
     * @throws RefusedException if a limit is exceeded
     * @throws IOException if the carrier cannot be read
     */
    void unload(Intake intake) throws IOException;
}
