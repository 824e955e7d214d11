@NullMarked
package tako.server.settings.mail.smtp;

import org.jspecify.annotations.NullMarked;
