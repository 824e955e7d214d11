/** The step that deploys YAML as it stands. */
@NullMarked
package tako.steps.kubernetes.yaml;

import org.jspecify.annotations.NullMarked;
