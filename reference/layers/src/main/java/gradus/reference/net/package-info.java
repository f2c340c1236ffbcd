/** Nets made of layers: one after another, side by side, added up, or with a skip; each is a layer itself. */
package gradus.reference.net;
