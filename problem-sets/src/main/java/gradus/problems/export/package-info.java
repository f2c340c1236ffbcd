/** Exam sheets for learning platforms: Moodle XML, GIFT, QTI 2.1 and STACK. */
@org.jspecify.annotations.NullMarked
package gradus.problems.export;
