/** The mail of the test drive: caught on this machine, kept in the home, shown to whoever asks. */
@NullMarked
package tako.app.testdrive.mail;

import org.jspecify.annotations.NullMarked;
