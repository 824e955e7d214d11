/** Rendering of templates: ours beside three engines of the field, on the same manifests. */
@NullMarked
package tako.bench.template;

import org.jspecify.annotations.NullMarked;
