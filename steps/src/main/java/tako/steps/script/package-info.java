/** Steps that run a script: on the server, or once for each deployment target. */
@NullMarked
package tako.steps.script;

import org.jspecify.annotations.NullMarked;
