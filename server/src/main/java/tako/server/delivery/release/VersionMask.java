package tako.server.delivery.release;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tako.server.library.packages.Version;

/**
 * A version with letters in the place of numbers: {@code i} becomes one more than the highest existing version has there
 * among those that agree in the places before, {@code c} the same as it has; both 0 where there is none. Letters are
 * resolved when a release is saved, so that two people who were shown the same mask do not collide.
 */
public final class VersionMask {
    private static final Pattern FORM =
            Pattern.compile("(?<places>(?:[0-9]+|[ic])(?:\\.(?:[0-9]+|[ic])){1,3})(?<rest>(?:[-+].*)?)");

    private VersionMask() {}

    /** Whether a text has a letter to be resolved. */
    public static boolean isMask(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() && form.group("places").chars().anyMatch(VersionMask::isLetter);
    }

    /** The text with its letters resolved; a text without letters is returned as it is. */
    public static String resolve(String text, Collection<Version> existing) {
        Matcher form = FORM.matcher(text);
        if (!isMask(text) || !form.matches()) {
            return text;
        }
        List<Version> agreeing = List.copyOf(existing);
        List<String> resolved = new ArrayList<>();
        for (String written : form.group("places").split("\\.")) {
            int place = resolved.size();
            BigInteger number = number(written, place, agreeing);
            resolved.add(isLetter(written.charAt(0)) ? number.toString() : written);
            agreeing = agreeing.stream()
                    .filter(version -> version.number(place).equals(number))
                    .toList();
        }
        return String.join(".", resolved) + form.group("rest");
    }

    private static BigInteger number(String written, int place, List<Version> agreeing) {
        if (!isLetter(written.charAt(0))) {
            return new BigInteger(written);
        }
        BigInteger step = written.equals("i") ? BigInteger.ONE : BigInteger.ZERO;
        return agreeing.stream()
                .map(version -> version.number(place))
                .max(BigInteger::compareTo)
                .map(step::add)
                .orElse(BigInteger.ZERO);
    }

    private static boolean isLetter(int character) {
        return character == 'i' || character == 'c';
    }
}
