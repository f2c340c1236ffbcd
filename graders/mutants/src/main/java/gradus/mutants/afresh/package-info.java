/** Wrong code that was written from the catalogue's sentences alone; the forms that it brought to light were then added to the mutants. */
package gradus.mutants.afresh;
