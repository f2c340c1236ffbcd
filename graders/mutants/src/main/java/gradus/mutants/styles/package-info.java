/** Right answers that differ by design, each correct for huge inputs and for a single sample. Those that are not final are what the mutants change in one place. */
package gradus.mutants.styles;
