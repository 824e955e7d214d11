/** Steps that stop a deployment until a person says how it goes on. */
@NullMarked
package tako.steps.manual;

import org.jspecify.annotations.NullMarked;
