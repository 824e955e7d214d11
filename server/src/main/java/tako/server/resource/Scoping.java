package tako.server.resource;

/**
 * That a document lies in a value of a dimension: what lists filter and permissions restrict by.
 *
 * @param dimension {@code environment}, {@code role}, {@code project} …
 * @param value an id, or a tag's text
 */
public record Scoping(String dimension, String value) {}
