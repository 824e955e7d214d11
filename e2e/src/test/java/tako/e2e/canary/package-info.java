/** Secrets that must not be seen anywhere, and everywhere that they might. */
@NullMarked
package tako.e2e.canary;

import org.jspecify.annotations.NullMarked;
