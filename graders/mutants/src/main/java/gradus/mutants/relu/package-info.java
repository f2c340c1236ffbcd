/** Wrong forms of ReLU. */
package gradus.mutants.relu;
