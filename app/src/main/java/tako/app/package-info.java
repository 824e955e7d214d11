/** The program: wiring by hand, command line. */
@NullMarked
package tako.app;

import org.jspecify.annotations.NullMarked;
