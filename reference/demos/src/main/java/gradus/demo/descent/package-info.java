/** How rules of descent move. */
package gradus.demo.descent;
