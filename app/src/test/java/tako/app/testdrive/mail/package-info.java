@NullMarked
package tako.app.testdrive.mail;

import org.jspecify.annotations.NullMarked;
