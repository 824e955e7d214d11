@NullMarked
package tako.app.testdrive;

import org.jspecify.annotations.NullMarked;
