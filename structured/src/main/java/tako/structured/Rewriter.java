package tako.structured;

import java.util.List;

/** A format of configuration files. Thread-safe; never throws, whatever the file and the variables hold. */
@FunctionalInterface
public interface Rewriter {
    /**
     * Replaces what the variables mean; only places that exist are replaced, nothing is added.
     *
     * @param variables in order, each name once (names compared ignoring case)
     */
    Rewriting rewrite(ConfigurationText file, List<Replacement> variables);
}
