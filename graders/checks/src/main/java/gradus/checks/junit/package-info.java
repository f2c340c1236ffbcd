/** Runs the checks as tests, beside the student's code: for practice, not for marks. */
package gradus.checks.junit;
