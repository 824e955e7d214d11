package tako.structured;

import java.nio.charset.Charset;

/**
 * A configuration file as text.
 *
 * @param text the whole file, without a byte order mark
 * @param charset how the file is encoded; a format that cannot write a character otherwise escapes those it lacks
 */
public record ConfigurationText(String text, Charset charset) {}
