package tako.server.delivery.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tako.server.projects.process.PackageSlot;

/**
 * One written choice of a version: {@code Step:Version}, {@code PackageId:Version}, {@code Step:Reference:Version}, with
 * {@code *} for any step or reference, and {@code =} or {@code /} in place of the colon.
 *
 * <p>Names may hold the separators themselves ({@code org/image}, {@code group:artifact}), so the text before the version
 * is understood only against the slots of a process.
 *
 * @param written the whole text, for messages
 * @param selector what stands before the version
 * @param version what stands after the last separator
 */
record PackageChoice(String written, String selector, String version) {
    private static final String ANY = "*";

    /** How closely a choice names a slot; closer beats wider. */
    enum Closeness {
        EVERYTHING,
        REFERENCE,
        OWNER,
        EXACT
    }

    /** A choice from its text; empty when it has no separator, no selector or no version. */
    static Optional<PackageChoice> parse(String written) {
        int end = lastSeparator(written);
        if (end < 0) {
            return Optional.empty();
        }
        String selector = written.substring(0, end).strip();
        String version = written.substring(end + 1).strip();
        return selector.isEmpty() || version.isEmpty()
                ? Optional.empty()
                : Optional.of(new PackageChoice(written, selector, version));
    }

    /** How closely this names a slot; empty when it does not. */
    Optional<Closeness> closeness(PackageSlot slot) {
        List<Closeness> readings = new ArrayList<>();
        if (selector.equals(ANY)) {
            readings.add(Closeness.EVERYTHING);
        }
        if (names(selector, slot)) {
            readings.add(Closeness.OWNER);
        }
        IntStream.range(0, selector.length())
                .filter(index -> isSeparator(selector.charAt(index)))
                .mapToObj(index -> closeness(
                        selector.substring(0, index).strip(),
                        selector.substring(index + 1).strip(),
                        slot))
                .flatMap(Optional::stream)
                .forEach(readings::add);
        return readings.stream().max(Comparator.naturalOrder());
    }

    private static Optional<Closeness> closeness(String owner, String reference, PackageSlot slot) {
        boolean anyOwner = owner.equals(ANY);
        boolean anyReference = reference.equals(ANY);
        if (!(anyOwner || names(owner, slot))) {
            return Optional.empty();
        }
        if (!(anyReference || reference.equalsIgnoreCase(slot.referenceName()))) {
            return Optional.empty();
        }
        if (anyOwner) {
            return Optional.of(anyReference ? Closeness.EVERYTHING : Closeness.REFERENCE);
        }
        return Optional.of(anyReference ? Closeness.OWNER : Closeness.EXACT);
    }

    private static boolean names(String owner, PackageSlot slot) {
        return owner.equalsIgnoreCase(slot.actionName())
                || owner.equalsIgnoreCase(slot.stepName())
                || owner.equalsIgnoreCase(slot.packageId());
    }

    private static int lastSeparator(String text) {
        return IntStream.range(0, text.length())
                .filter(index -> isSeparator(text.charAt(index)))
                .max()
                .orElse(-1);
    }

    private static boolean isSeparator(char character) {
        return character == ':' || character == '=' || character == '/';
    }
}
