package gradus.demo;

/** A small experiment of the course: seconds to run, a result to read and a picture to look at. */
public interface Demo {
    /** What one types to run it: one word in lower case. */
    String name();

    /** What it shows, in one line. */
    String about();

    /** Runs it. The same setup gives the same report, up to the last digits of a backend. */
    Report run(Setup setup);
}
