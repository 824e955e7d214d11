package tako.structured.dotnet;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tako.structured.ConfigurationText;
import tako.structured.Names;
import tako.structured.Replacement;
import tako.structured.Rewriter;
import tako.structured.Rewriting;
import tako.structured.XmlParser;

/**
 * Rewrites configuration files of .NET applications ({@code web.config}, {@code app.config}): values of {@code appSettings},
 * {@code connectionStrings} and {@code applicationSettings} whose names are names of variables. Everything else stays as it is written,
 * line ends too. A setting without a value gets one; a variable without a value empties.
 */
public final class DotNetRewriter implements Rewriter {
    @Override
    public Rewriting rewrite(ConfigurationText file, List<Replacement> variables) {
        return XmlParser.fault(file.text())
                .<Rewriting>map(unreadable -> unreadable)
                .orElseGet(() -> replace(file, Names.byName(variables, any -> true)));
    }

    private static Rewriting replace(ConfigurationText file, Map<String, Replacement> variables) {
        var writer = new SettingWriter(file.text(), encoder(file));
        var edits = new ArrayList<Edit>();
        Set<String> used = new LinkedHashSet<>();
        Set<String> warnings = new LinkedHashSet<>();
        for (Setting setting : SettingFinder.find(ElementScanner.scan(file.text()))) {
            Replacement variable = variables.get(Names.fold(setting.name()));
            if (variable == null) {
                continue;
            }
            String value = variable.value().orElse("");
            if (XmlText.canHold(value)) {
                edits.add(writer.write(setting, value));
                used.add(variable.name());
            } else {
                warnings.add(
                        "The value of the variable '%s' holds a character that XML cannot hold, so the setting of that name was left as it is."
                                .formatted(variable.name()));
            }
        }
        return new Rewriting.Rewritten(Edit.apply(file.text(), edits), List.copyOf(used), List.copyOf(warnings));
    }

    private static CharsetEncoder encoder(ConfigurationText file) {
        return (file.charset().canEncode() ? file.charset() : StandardCharsets.UTF_8).newEncoder();
    }
}
