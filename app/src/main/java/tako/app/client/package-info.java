/** What the command line asks a running server. */
@NullMarked
package tako.app.client;

import org.jspecify.annotations.NullMarked;
