package tako.structured.xml;

import java.time.Duration;

/**
 * What one rewriting may take.
 *
 * @param time for all XPath expressions together
 * @param growth how many characters variables may put into the document together
 */
record Bounds(Duration time, long growth) {
    static final Bounds USUAL = new Bounds(Duration.ofSeconds(5), 4_000_000);
}
