package tako.octostache;

import java.util.ArrayList;
import java.util.Optional;

/** Reads the names that nearly all variables have, parts without blanks joined by points, without the grammar: there may be thousands. */
final class NameSteps {
    private NameSteps() {}

    /** The path; empty if the name is more than that. */
    static Optional<Symbol> of(String name) {
        var steps = new ArrayList<Step>(4);
        int start = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.') {
                if (i == start) {
                    return Optional.empty();
                }
                steps.add(Step.Identifier.of(name.substring(start, i), Position.NOWHERE));
                start = i + 1;
            } else if (!Characters.isNamePart(c)) {
                return Optional.empty();
            }
        }
        if (start == name.length()) {
            return Optional.empty();
        }
        steps.add(Step.Identifier.of(name.substring(start), Position.NOWHERE));
        return Optional.of(Symbol.of(steps));
    }
}
