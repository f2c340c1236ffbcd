package gradus.sandbox;

/**
 * Stands for an object that stays where it is.
 *
 * @param own whether it belongs to this end of the pipe
 */
record Handle(int number, boolean own) {}
