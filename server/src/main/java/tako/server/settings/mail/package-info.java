/** How the server sends mail: its configuration, and mails as tasks of the queue. */
@NullMarked
package tako.server.settings.mail;

import org.jspecify.annotations.NullMarked;
