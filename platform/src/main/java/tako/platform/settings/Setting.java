package tako.platform.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One key of the settings table.
 *
 * @param name as written in {@code tako.properties} and on the command line, e.g. {@code tasks.cap}
 * @param kind what values are allowed
 * @param absent the text meant when none is given; empty when the setting is optional
 * @param variable the environment variable that also gives it, if any
 * @param description one sentence for people
 * @param <T> the value's type
 */
public record Setting<T>(
        String name, ValueKind<T> kind, Optional<String> absent, Optional<String> variable, String description) {
    private static final Pattern NAME = Pattern.compile("[a-z]+(\\.[a-z]+)+");

    public Setting {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a setting's name is lower-case words joined by dots, not " + name);
        }
        if (absent.isPresent() && kind.read(absent.get()).isEmpty()) {
            throw new IllegalArgumentException("the default of " + name + " is not " + kind.allowed());
        }
    }

    /** A setting that may be absent. */
    public static <T> Setting<T> optional(String name, ValueKind<T> kind, String description) {
        return new Setting<>(name, kind, Optional.empty(), Optional.empty(), description);
    }

    /** A setting with a default, given as the text a person would write. */
    public static <T> Setting<T> of(String name, ValueKind<T> kind, String absent, String description) {
        return new Setting<>(name, kind, Optional.of(absent), Optional.empty(), description);
    }

    /** This setting, also given by an environment variable. */
    public Setting<T> from(String environmentVariable) {
        return new Setting<>(name, kind, absent, Optional.of(environmentVariable), description);
    }
}
