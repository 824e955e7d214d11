package tako.structured.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** What a YAML file says, without how it says it. */
final class YamlData {
    private YamlData() {}

    /** The data of a file that can be read: nodes with their anchors and tags, documents, directives. */
    static List<String> of(String text) {
        var settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        var data = new ArrayList<String>();
        new Parse(settings).parseString(withKnownEscapes(text)).forEach(event -> data.add(of(event)));
        return data;
    }

    /** The parser lacks two escapes. Where they are none, the texts that are compared change alike. */
    private static String withKnownEscapes(String text) {
        return text.replace("\\L", "\\u2028").replace("\\P", "\\u2029");
    }

    private static String of(Event event) {
        return event.getEventId()
                + switch (event) {
                    case ScalarEvent scalar -> " " + scalar.getAnchor() + scalar.getTag() + scalar.getValue();
                    case CollectionStartEvent start -> " " + start.getAnchor() + start.getTag();
                    case AliasEvent alias -> " " + alias.getAlias();
                    case DocumentStartEvent start -> " " + start.getSpecVersion() + start.getTags();
                    default -> "";
                };
    }
}
