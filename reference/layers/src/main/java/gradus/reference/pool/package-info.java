/** Images made smaller and larger without weights. */
@NullMarked
package gradus.reference.pool;

import org.jspecify.annotations.NullMarked;
