package tako.structured.yaml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tako.structured.ConfigurationText;
import tako.structured.Replacement;
import tako.structured.Rewriting;

/** Rewrites small files. */
final class Files {
    private Files() {}

    static Rewriting rewriting(String text, Replacement... variables) {
        return new YamlRewriter().rewrite(new ConfigurationText(text, StandardCharsets.UTF_8), List.of(variables));
    }

    /** The text that comes out. */
    static String rewritten(String text, Replacement... variables) {
        return rewritten(text, StandardCharsets.UTF_8, variables);
    }

    static String rewritten(String text, Charset charset, Replacement... variables) {
        var file = new ConfigurationText(text, charset);
        return ((Rewriting.Rewritten) new YamlRewriter().rewrite(file, List.of(variables))).text();
    }
}
