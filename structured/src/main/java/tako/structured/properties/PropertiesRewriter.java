package tako.structured.properties;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import tako.structured.ConfigurationText;
import tako.structured.Names;
import tako.structured.Place;
import tako.structured.Replacement;
import tako.structured.Rewriter;
import tako.structured.Rewriting;

/**
 * Rewrites .properties files: the values of keys that are names of variables, all of them where a key stands more than once. Everything
 * else, comments, blanks, escapes and line ends, stays as it is. Variables without a value and those whose names begin with
 * {@code Octopus} replace nothing.
 */
public final class PropertiesRewriter implements Rewriter {
    @Override
    public Rewriting rewrite(ConfigurationText file, List<Replacement> variables) {
        try {
            List<Pair> pairs = PairReader.read(file.text());
            return replace(
                    file.text(),
                    pairs,
                    Names.byName(variables, each -> each.value().isPresent() && !Names.isReserved(each.name())));
        } catch (Misread misread) {
            Place place = Place.of(file.text(), misread.offset());
            return new Rewriting.Unreadable(misread.reason(), place.line(), place.column());
        }
    }

    private static Rewriting replace(String text, List<Pair> pairs, Map<String, Replacement> variables) {
        var replaced = new StringBuilder();
        var used = new LinkedHashSet<String>();
        int copied = 0;
        for (Pair pair : pairs) {
            Replacement variable = variables.get(Names.fold(pair.key()));
            if (variable != null) {
                replaced.append(text, copied, pair.valueStart())
                        .append(pair.separated() ? "" : ":")
                        .append(ValueWriter.write(variable.value().orElseThrow()));
                used.add(variable.name());
                copied = pair.valueEnd();
            }
        }
        replaced.append(text, copied, text.length());
        return new Rewriting.Rewritten(replaced.toString(), List.copyOf(used), List.of());
    }
}
