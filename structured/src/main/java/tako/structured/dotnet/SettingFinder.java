package tako.structured.dotnet;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the settings of a file, wherever their sections stand in it and whatever namespace they have. */
final class SettingFinder {
    private final List<Element> elements;

    /** The elements with {@code applicationSettings} around them, directly or not. */
    private final BitSet applicationSettings = new BitSet();

    /** The first child {@code value} by its parent's index. */
    private final Map<Integer, Element> values = new HashMap<>();

    private SettingFinder(List<Element> elements) {
        this.elements = elements;
        for (int i = 0; i < elements.size(); i++) {
            learn(i, elements.get(i));
        }
    }

    /**
     * The settings, in their order.
     *
     * @param elements all of the file, parents before their children
     */
    static List<Setting> find(List<Element> elements) {
        var finder = new SettingFinder(elements);
        return IntStream.range(0, elements.size())
                .boxed()
                .flatMap(finder::setting)
                .toList();
    }

    private void learn(int index, Element element) {
        int parent = element.parent();
        if (parent < 0) {
            return;
        }
        applicationSettings.set(
                index,
                applicationSettings.get(parent)
                        || elements.get(parent).localName().equals("applicationSettings"));
        if (element.localName().equals("value")) {
            values.putIfAbsent(parent, element);
        }
    }

    private Stream<Setting> setting(int index) {
        Element element = elements.get(index);
        return switch (element.localName()) {
            case "add" -> added(element);
            case "setting" -> applicationSettings.get(index) ? inElement(index, element) : Stream.of();
            default -> Stream.of();
        };
    }

    private Stream<Setting> added(Element element) {
        String section =
                element.parent() < 0 ? "" : elements.get(element.parent()).localName();
        return switch (section) {
            case "appSettings" -> inAttribute(element, "key", "value");
            case "connectionStrings" -> inAttribute(element, "name", "connectionString");
            default -> Stream.of();
        };
    }

    private static Stream<Setting> inAttribute(Element element, String nameName, String valueName) {
        return element.attribute(nameName).stream()
                .map(name -> new Setting.InAttribute(name.value(), element, valueName));
    }

    private Stream<Setting> inElement(int index, Element element) {
        return element.attribute("name").stream()
                .map(name -> new Setting.InElement(name.value(), element, Optional.ofNullable(values.get(index))));
    }
}
