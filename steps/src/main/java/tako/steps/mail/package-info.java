/** The step that sends a mail about a deployment. */
@NullMarked
package tako.steps.mail;

import org.jspecify.annotations.NullMarked;
