package tako.server.settings.server;

import java.util.Optional;

/**
 * A link of the root documents.
 *
 * @param key the name clients look it up by: {@code Environments}
 * @param template an address with RFC 6570 parameters: whole for a link of the system, otherwise what follows {@code /api} or
 *     {@code /api/Spaces-1}
 */
public record RootLink(Level level, String key, String template) {
    /** Which documents carry it. */
    public enum Level {
        /** The root alone. */
        SYSTEM,
        /** The root, for the default space, and the root of each space. */
        SPACE,
        /** The root, for everything, and the root of each space, for it alone. */
        MIXED
    }

    /** The template in the root document; none for a link of a space while there is no default space. */
    Optional<String> inRoot(Optional<String> defaultSpace) {
        return switch (level) {
            case SYSTEM -> Optional.of(template);
            case SPACE -> defaultSpace.map(space -> "/api/" + space + template);
            case MIXED -> Optional.of("/api" + template);
        };
    }

    /** The template in the root document of a space; none for a link of the system. */
    Optional<String> inSpace(String space) {
        return switch (level) {
            case SYSTEM -> Optional.empty();
            case SPACE, MIXED -> Optional.of("/api/" + space + template);
        };
    }
}
