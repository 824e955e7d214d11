/** Speaks to a mail server, and knows nothing of tasks or documents. */
@NullMarked
package tako.server.settings.mail.smtp;

import org.jspecify.annotations.NullMarked;
