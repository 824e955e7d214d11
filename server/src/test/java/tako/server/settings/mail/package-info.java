@NullMarked
package tako.server.settings.mail;

import org.jspecify.annotations.NullMarked;
