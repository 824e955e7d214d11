/** Templates and configuration files on the command line, without a server. */
@NullMarked
package tako.app.template;

import org.jspecify.annotations.NullMarked;
