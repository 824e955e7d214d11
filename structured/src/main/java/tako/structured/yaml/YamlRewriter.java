package tako.structured.yaml;

import java.util.List;
import tako.structured.ConfigurationText;
import tako.structured.Replacement;
import tako.structured.Rewriter;
import tako.structured.Rewriting;
import tako.structured.VariablesByPath;

/**
 * Rewrites YAML files, of one document or several.
 *
 * <p>A variable's name is the path of a value: keys and indexes from 0, joined by colons from the document's root, ignoring case; names that
 * start with {@code Octopus} and no colon after it mean none. A scalar gets the variable's value as its text and keeps its style where the
 * text allows it. A mapping or list is replaced by what the value means as YAML, or by the value as a text if that is not one readable node.
 * The whole file is laid out anew: comments, styles, anchors, tags and directives stay, blank lines and line breaks within flow collections
 * go, and an empty value becomes {@code ''}.
 */
public final class YamlRewriter implements Rewriter {
    @Override
    public Rewriting rewrite(ConfigurationText file, List<Replacement> variables) {
        try {
            YamlStream stream = YamlReader.read(file.text());
            var replacing = new Replacing(VariablesByPath.of(variables));
            List<YamlEvent> replaced = replacing.replace(stream.events());
            var layout = new Layout(stream.indentation(), new ScalarRules(file.charset()));
            return new Rewriting.Rewritten(new Emitter(replaced, layout).emit(), replacing.used(), List.of());
        } catch (YamlRefused refused) {
            return new Rewriting.Unreadable(refused.reason(), refused.line(), refused.column());
        }
    }
}
