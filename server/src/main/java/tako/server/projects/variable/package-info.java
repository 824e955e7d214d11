/** Which value a variable has: the candidates, how closely each fits, and why the winner won. */
@NullMarked
package tako.server.projects.variable;

import org.jspecify.annotations.NullMarked;
