@NullMarked
package tako.app.testdrive.cluster;

import org.jspecify.annotations.NullMarked;
