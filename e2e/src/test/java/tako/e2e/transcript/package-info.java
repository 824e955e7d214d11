/** What official clients sent, recorded and replayed call by call. */
@NullMarked
package tako.e2e.transcript;

import org.jspecify.annotations.NullMarked;
