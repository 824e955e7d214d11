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

    boolean isOn() {
        return on;
    }

    /** Notes the value if it is a variable's; parts of values and what was computed are not. */
    void note(Value value) {
        if (on) {
            value.variable().ifPresent(name -> reads.putIfAbsent(name, new Read(name, value.text())));
        }
    }

    List<Read> reads() {
        Collection<Read> all = reads.values();
        return List.copyOf(all);
    }
}
