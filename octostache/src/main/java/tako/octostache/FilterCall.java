package tako.octostache;

import java.util.List;
import java.util.Optional;

/** {@code argument | Name options}; a filter such as {@code NowDate} stands without argument. */
record FilterCall(Optional<Expression> argument, String name, List<Option> options) implements Expression {
    /** The filter whose result makes the whole evaluation absent, if spelled just so. */
    private static final String NULL = "null";

    FilterCall {
        options = List.copyOf(options);
    }

    boolean isNull() {
        return name.equals(NULL);
    }
}
