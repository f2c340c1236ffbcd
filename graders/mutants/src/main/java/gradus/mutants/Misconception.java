package gradus.mutants;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the code below it gets wrong, and what to say to a student who wrote the same. Other forms of it inherit it. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Misconception {

    /** Its row in the catalogue of wrong implementations, such as {@code AF-01}; several forms of one mistake share it. */
    String id();

    /** The exercise, such as {@code dense/affine}. */
    String exercise();

    /** The rows of the exercise that it gets wrong; each seed has to find one of them at least. */
    String[] breaks();

    /** One sentence that states what the numbers show. */
    String message();

    /** A direction to look in, never the code. */
    String hint();
}
