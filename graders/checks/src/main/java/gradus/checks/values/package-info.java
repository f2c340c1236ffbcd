/** The exact comparisons: what forward and backward return, against known values. */
package gradus.checks.values;
