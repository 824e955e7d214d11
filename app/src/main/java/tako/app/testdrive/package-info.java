/** The tutorial's system on this machine: seeded, released, deployed as local processes. */
@NullMarked
package tako.app.testdrive;

import org.jspecify.annotations.NullMarked;
