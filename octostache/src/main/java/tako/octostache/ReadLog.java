package tako.octostache;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notes what one evaluation reads, if anybody wants to know. */
final class ReadLog {
    /** Notes nothing. */
    static final ReadLog OFF = new ReadLog(false);

    private final boolean on;
    private final Map<String, Read> reads = new LinkedHashMap<>();

    private ReadLog(boolean on) {
        this.on = on;
    }

    static ReadLog on() {
        return new ReadLog(true);
    }

    void note(Symbol symbol, Value value) {
        if (on) {
            String name = Echo.of(symbol);
            reads.putIfAbsent(Characters.fold(name), new Read(name, value.text()));
        }
    }

    List<Read> reads() {
        Collection<Read> all = reads.values();
        return List.copyOf(all);
    }
}
