/** What was recorded beforehand: right results from PyTorch, and what known mistakes make of the same cases. */
package gradus.checks.recorded;
