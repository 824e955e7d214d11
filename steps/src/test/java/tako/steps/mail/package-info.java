@NullMarked
package tako.steps.mail;

import org.jspecify.annotations.NullMarked;
