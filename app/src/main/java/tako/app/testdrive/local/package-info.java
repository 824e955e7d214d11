/** Random Quotes as processes of this machine. */
@NullMarked
package tako.app.testdrive.local;

import org.jspecify.annotations.NullMarked;
