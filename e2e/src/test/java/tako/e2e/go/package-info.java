/** The official Go client against a running server: a program of ours on it, and its own tests. */
@NullMarked
package tako.e2e.go;

import org.jspecify.annotations.NullMarked;
