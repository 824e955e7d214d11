/** The tutorial's system: seeded, released and deployed, wherever Random Quotes runs. */
@NullMarked
package tako.app.testdrive;

import org.jspecify.annotations.NullMarked;
