package tako.structured.yaml;

import java.util.List;

/**
 * A file that was read.
 *
 * @param indentation how many columns its block collections are mostly indented by, 2 to 9
 */
record YamlStream(List<YamlEvent> events, int indentation) {
    YamlStream {
        events = List.copyOf(events);
    }
}
