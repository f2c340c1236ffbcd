/** How an object must behave between calls: no memory but of the latest forward pass, none shared between objects. */
package gradus.checks.protocol;
