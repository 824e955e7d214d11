package tako.structured.dotnet;

/**
 * Where an attribute stands in the text of an XML file.
 *
 * @param name as written, with its prefix
 * @param value what it means, references to characters read
 * @param valueStart after the opening quote, in UTF-16 units
 * @param valueEnd where the closing quote stands
 */
record Attribute(String name, String value, int valueStart, int valueEnd) {}
