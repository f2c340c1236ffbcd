/** Learning rates that change: from the number of the epoch alone, from the number of the update, or from how training goes. */
package gradus.reference.optim.schedule;
