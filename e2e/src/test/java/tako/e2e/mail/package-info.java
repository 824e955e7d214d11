/** Mail by a real mail server. */
@NullMarked
package tako.e2e.mail;

import org.jspecify.annotations.NullMarked;
