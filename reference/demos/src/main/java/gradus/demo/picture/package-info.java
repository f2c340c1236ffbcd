/** Charts and mosaics of images, written as SVG or PNG. */
package gradus.demo.picture;
