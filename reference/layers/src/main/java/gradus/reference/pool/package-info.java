/** Images made smaller and larger without weights. */
package gradus.reference.pool;
