package tako.octostache;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one evaluation could not resolve, and where: shared by the outputs of all templates in it. */
final class Findings {
    private static final int MAXIMUM_PLACES = 1_000;

    private final Set<String> unresolved = new LinkedHashSet<>();
    private final Set<Place> places = new LinkedHashSet<>();
    private int offset;
    private int irregularities;

    private record Place(String expression, int offset, Optional<String> variable) {}

    /** The evaluation of the outermost template has come to this place. */
    void moveTo(int place) {
        offset = place;
    }

    int offset() {
        return offset;
    }

    void unresolved(String expression, Optional<String> variable) {
        irregularities++;
        unresolved.add(expression);
        if (places.size() < MAXIMUM_PLACES) {
            places.add(new Place(expression, offset, variable));
        }
    }

    /** Something happened that need not happen when the same value is evaluated again or elsewhere. */
    void irregular() {
        irregularities++;
    }

    /** Takes over that something was irregular, but not what could not be resolved. */
    void include(Findings aside) {
        irregularities += aside.irregularities;
    }

    /** How much was found so far; a value whose evaluation finds nothing more is the same for every evaluation. */
    int irregularities() {
        return irregularities;
    }

    List<String> unresolved() {
        return List.copyOf(unresolved);
    }

    List<Trouble> troubles(String source) {
        if (places.isEmpty()) {
            return List.of();
        }
        var lines = new Lines(source);
        var troubles = new ArrayList<Trouble>(places.size());
        for (Place place : places) {
            Position position = lines.positionOf(place.offset());
            troubles.add(new Trouble(place.expression(), position.line(), position.column(), place.variable()));
        }
        return troubles;
    }

    /** Where the evaluation stood when it was given up. */
    Trouble trouble(Failure failure, String source) {
        Position position = new Lines(source).positionOf(offset);
        return new Trouble(failure.message(), position.line(), position.column(), Optional.empty());
    }
}
