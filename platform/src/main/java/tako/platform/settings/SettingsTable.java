package tako.platform.settings;

import java.util.List;

/** The settings table as text, so that documentation and help cannot differ from the program. */
public final class SettingsTable {
    private SettingsTable() {}

    /** A Markdown table of the settings. */
    public static String markdown(List<Setting<?>> settings) {
        var text =
                new StringBuilder("| setting | environment | allowed | default | meaning |\n|---|---|---|---|---|\n");
        for (var setting : settings) {
            text.append("| `%s` | %s | %s | %s | %s |%n"
                    .formatted(
                            setting.name(),
                            setting.variable().map(name -> "`" + name + "`").orElse(""),
                            setting.kind().allowed(),
                            setting.absent().map(value -> "`" + value + "`").orElse(""),
                            setting.description())
                    .replace(System.lineSeparator(), "\n"));
        }
        return text.toString();
    }

    /** Plain lines for the command line's help, one block for each setting. */
    public static String help(List<Setting<?>> settings) {
        var text = new StringBuilder();
        for (var setting : settings) {
            text.append("  ").append(setting.name());
            setting.variable().ifPresent(name -> text.append(" (").append(name).append(')'));
            text.append("\n      ").append(setting.description()).append(" Must be ");
            text.append(setting.kind().allowed());
            setting.absent().ifPresent(value -> text.append("; default ").append(value));
            text.append(".\n");
        }
        return text.toString();
    }
}
