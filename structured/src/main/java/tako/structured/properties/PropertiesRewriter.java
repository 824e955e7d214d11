package tako.structured.properties;

import java.util.List;
import tako.structured.ConfigurationText;
import tako.structured.Replacement;
import tako.structured.Rewriter;
import tako.structured.Rewriting;

/** Rewrites .properties files. */
public final class PropertiesRewriter implements Rewriter {
    @Override
    public Rewriting rewrite(ConfigurationText file, List<Replacement> variables) {
        return new Rewriting.Unreadable(".properties files are not read yet", 1, 1);
    }
}
