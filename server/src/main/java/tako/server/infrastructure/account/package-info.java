/** Accounts: what Tako signs in elsewhere with. */
@NullMarked
package tako.server.infrastructure.account;

import org.jspecify.annotations.NullMarked;
