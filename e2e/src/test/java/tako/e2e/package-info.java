/** The product from outside: a server in a process of its own, driven over HTTP. */
@NullMarked
package tako.e2e;

import org.jspecify.annotations.NullMarked;
