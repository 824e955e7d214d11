package tako.octostache;

import java.util.List;

/** {@code | Name options}. */
record FilterCall(String name, List<Option> options) {
    /** The filter whose result makes the whole evaluation absent, if spelled just so. */
    private static final String NULL = "null";

    FilterCall {
        options = List.copyOf(options);
    }

    boolean isNull() {
        return name.equals(NULL);
    }
}
