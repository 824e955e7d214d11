/** The catalogue of the domain's rules, and the tests that hold them. */
@NullMarked
package tako.app.rules;

import org.jspecify.annotations.NullMarked;
