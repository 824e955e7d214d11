/** The whole program in this process, over a database of a test: what can only be asked of its parts. */
@NullMarked
package tako.e2e.wired;

import org.jspecify.annotations.NullMarked;
