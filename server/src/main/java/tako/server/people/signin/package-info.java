/** Signing in and out, sessions, and who holds which credentials. */
@NullMarked
package tako.server.people.signin;

import org.jspecify.annotations.NullMarked;
