package tako.platform.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings in force. Typed records of this package and others read theirs from here. */
public final class Settings {
    private final Map<Setting<?>, Object> values;

    private Settings(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    /**
     * Reads every known setting: the command line wins over the environment, that over the file, that over the default.
     * Empty text counts as absent.
     *
     * @throws SettingsRefused naming every unknown key with the nearest known one, and every value that is not allowed
     */
    public static Settings read(List<Setting<?>> known, SettingSources sources) {
        var problems = new ArrayList<String>();
        problems.addAll(unknown(known, sources.file(), "in " + SettingSources.FILE));
        problems.addAll(unknown(known, sources.commandLine(), "on the command line"));
        var values = new LinkedHashMap<Setting<?>, Object>();
        for (var setting : known) {
            given(setting, sources)
                    .ifPresent(given -> setting.kind()
                            .read(given.text())
                            .ifPresentOrElse(
                                    value -> values.put(setting, value),
                                    () -> problems.add(notAllowed(setting, given))));
        }
        if (!problems.isEmpty()) {
            throw new SettingsRefused(problems);
        }
        return new Settings(values);
    }

    /** The value of a setting that has a default. */
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException(setting.name() + " has no default"));
    }

    /** The value of a setting that may be absent. */
    @SuppressWarnings("unchecked") // the value was made by this very setting's kind
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting));
    }

    private record Given(String text, String where) {}

    private static Optional<Given> given(Setting<?> setting, SettingSources sources) {
        return Stream.of(
                        look(sources.commandLine(), setting.name(), "on the command line"),
                        setting.variable()
                                .flatMap(name ->
                                        look(sources.environment(), name, "in the environment variable " + name)),
                        look(sources.file(), setting.name(), "in " + SettingSources.FILE),
                        setting.absent().map(text -> new Given(text, "by default")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Given> look(Map<String, String> source, String name, String where) {
        return Optional.ofNullable(source.get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> new Given(text, where));
    }

    private static String notAllowed(Setting<?> setting, Given given) {
        var shown = setting.kind().secret() ? "" : " is \"" + given.text() + "\" and";
        return "%s (%s)%s must be %s, for example %s."
                .formatted(
                        setting.name(),
                        given.where(),
                        shown,
                        setting.kind().allowed(),
                        setting.kind().example());
    }

    private static List<String> unknown(List<Setting<?>> known, Map<String, String> given, String where) {
        var names = known.stream().map(Setting::name).collect(Collectors.toUnmodifiableSet());
        return given.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> "The setting " + name + " " + where + " is not known"
                        + NearestName.to(name, names)
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse("; remove it."))
                .toList();
    }
}
