package tako.structured.dotnet;

import java.util.Optional;

/** A named value in a configuration file of a .NET application, and where its value stands or would stand. */
sealed interface Setting {
    /** What variables are called that mean it. */
    String name();

    /**
     * An element with the name in one attribute and the value in another.
     *
     * @param valueName the other attribute's name
     */
    record InAttribute(String name, Element element, String valueName) implements Setting {}

    /**
     * An element with a child element that holds the value.
     *
     * @param value the child, if there is one
     */
    record InElement(String name, Element element, Optional<Element> value) implements Setting {}
}
