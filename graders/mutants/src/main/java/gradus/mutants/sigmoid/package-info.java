/** Wrong forms of the sigmoid. */
package gradus.mutants.sigmoid;
