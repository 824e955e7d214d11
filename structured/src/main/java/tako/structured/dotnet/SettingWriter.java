package tako.structured.dotnet;

import java.nio.charset.CharsetEncoder;
import java.util.List;

/** Puts values where settings have them. */
final class SettingWriter {
    private static final int EMPTY_TAG_END = "/>".length();

    private final String text;
    private final CharsetEncoder encoder;

    /**
     * Writes into a file.
     *
     * @param encoder of the file; what it lacks is written as references
     */
    SettingWriter(String text, CharsetEncoder encoder) {
        this.text = text;
        this.encoder = encoder;
    }

    /** What is to be changed so that the setting has the value, which XML must be able to hold. */
    Edit write(Setting setting, String value) {
        return switch (setting) {
            case Setting.InAttribute place -> attribute(place, value);
            case Setting.InElement place ->
                place.value()
                        .map(element -> content(element, value))
                        .orElseGet(() -> newElement(place.element(), value));
        };
    }

    private Edit attribute(Setting.InAttribute place, String value) {
        return place.element()
                .attribute(place.valueName())
                .map(each -> new Edit(
                        each.valueStart(),
                        each.valueEnd(),
                        XmlText.attribute(value, text.charAt(each.valueStart() - 1), encoder)))
                .orElseGet(() -> newAttribute(place, value));
    }

    private Edit newAttribute(Setting.InAttribute place, String value) {
        List<Attribute> attributes = place.element().attributes();
        int end = attributes.getLast().valueEnd() + 1;
        return insert(end, " %s=\"%s\"".formatted(place.valueName(), XmlText.attribute(value, '"', encoder)));
    }

    private Edit content(Element element, String value) {
        String written = XmlText.content(value, encoder);
        return element.selfClosing()
                ? open(element, written)
                : new Edit(element.content(), element.contentEnd(), written);
    }

    private Edit newElement(Element parent, String value) {
        String name = parent.prefix() + "value";
        String written = "<%s>%s</%s>".formatted(name, XmlText.content(value, encoder), name);
        return parent.selfClosing() ? open(parent, written) : insert(parent.contentEnd(), written);
    }

    /** Gives an empty-element tag content and an end tag. */
    private static Edit open(Element element, String content) {
        return new Edit(
                element.content() - EMPTY_TAG_END,
                element.content(),
                ">%s</%s%s>".formatted(content, element.prefix(), element.localName()));
    }

    private static Edit insert(int at, String written) {
        return new Edit(at, at, written);
    }
}
