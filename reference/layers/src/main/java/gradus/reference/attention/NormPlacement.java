package gradus.reference.attention;

/** Where a residual step normalises. */
public enum NormPlacement {
    /** y = norm(x + f(x)): behind the addition, as the first transformer and the course have it. */
    POST,
    /** y = x + f(norm(x)): before the function, so that x itself runs through the whole stack. */
    PRE
}
