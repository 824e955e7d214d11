package tako.octostache;

import java.util.List;

/**
 * An evaluation and what it was made of.
 *
 * @param evaluation the result
 * @param reads the variables that were read, those inside values included, each once, in the order of the first reading
 */
public record Trace(Evaluation evaluation, List<Read> reads) {
    public Trace {
        reads = List.copyOf(reads);
    }
}
