package tako.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.platform.secret.Secret;
import tako.platform.settings.ValueKind.Choice;
import tako.platform.settings.ValueKind.Flag;
import tako.platform.settings.ValueKind.Period;
import tako.platform.settings.ValueKind.SecretText;
import tako.platform.settings.ValueKind.Size;
import tako.platform.settings.ValueKind.Text;
import tako.platform.settings.ValueKind.WholeNumber;

class SettingsTest {
    private static final Setting<Integer> CAP = Setting.of(
                    "tasks.cap", new WholeNumber(1, 100, 5), "5", "How many tasks run at once.")
            .from("TASK_CAP");
    private static final Setting<Duration> IDLE = Setting.of(
            "session.idle", new Period(Duration.ofMinutes(1), Duration.ofDays(30)), "20m", "When a session ends.");
    private static final Setting<Long> UPLOAD =
            Setting.of("upload.largest", new Size(1024, 5L << 30), "1GB", "The largest upload.");
    private static final Setting<Boolean> MAIL =
            Setting.of("mail.enabled", new Flag(), "true", "Whether mail is sent.");
    private static final Setting<String> COLOR =
            Setting.of("portal.theme", new Choice(List.of("Light", "Dark")), "Light", "The portal's theme.");
    private static final Setting<String> NAME = Setting.optional("node.name", new Text(5, "a"), "This node's name.");
    private static final Setting<Secret> PASSWORD =
            Setting.optional("admin.password", new SecretText("…"), "The password.");
    private static final List<Setting<?>> TABLE = List.of(CAP, IDLE, UPLOAD, MAIL, COLOR, NAME, PASSWORD);

    @Test
    void what_is_not_given_has_its_default() {
        var settings = file(Map.of());

        assertThat(settings.get(CAP)).isEqualTo(5);
        assertThat(settings.get(IDLE)).isEqualTo(Duration.ofMinutes(20));
        assertThat(settings.get(UPLOAD)).isEqualTo(1L << 30);
        assertThat(settings.get(MAIL)).isTrue();
        assertThat(settings.get(COLOR)).isEqualTo("Light");
        assertThat(settings.find(NAME)).isEmpty();
    }

    @Test
    void the_command_line_wins_over_the_environment_and_that_over_the_file() {
        var file = Map.of("tasks.cap", "2");
        var environment = Map.of("TASK_CAP", "3");

        assertThat(read(file, Map.of(), Map.of()).get(CAP)).isEqualTo(2);
        assertThat(read(file, environment, Map.of()).get(CAP)).isEqualTo(3);
        assertThat(read(file, environment, Map.of("tasks.cap", "4")).get(CAP)).isEqualTo(4);
    }

    @Test
    void empty_text_counts_as_absent() {
        assertThat(read(Map.of("tasks.cap", "2"), Map.of("TASK_CAP", " "), Map.of())
                        .get(CAP))
                .isEqualTo(2);
    }

    @Test
    void variables_that_the_table_does_not_list_are_not_looked_at() {
        assertThat(read(Map.of(), Map.of("ACCEPT_EULA", "Y", "PATH", "/bin"), Map.of())
                        .get(CAP))
                .isEqualTo(5);
    }

    @Test
    void an_unknown_setting_is_refused_with_the_nearest_known_one() {
        assertThatThrownBy(() -> file(Map.of("task.cap", "3")))
                .isInstanceOf(SettingsRefused.class)
                .hasMessage("The setting task.cap in tako.properties is not known; did you mean tasks.cap?");
    }

    @Test
    void every_problem_is_named_at_once() {
        assertThatThrownBy(() -> read(Map.of("tasks.cap", "many"), Map.of(), Map.of("node.nam", "a")))
                .isInstanceOfSatisfying(
                        SettingsRefused.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly(
                                        "The setting node.nam on the command line is not known; did you mean node.name?",
                                        "tasks.cap (in tako.properties) is \"many\" and must be a whole number from 1 to 100,"
                                                + " for example 5."));
    }

    @ParameterizedTest
    @CsvSource({
        "tasks.cap, 0",
        "tasks.cap, 101",
        "tasks.cap, 1.5",
        "session.idle, 59s",
        "session.idle, 31d",
        "session.idle, 20",
        "session.idle, -5m",
        "upload.largest, 1023",
        "upload.largest, 6GB",
        "upload.largest, 999999999999999GB",
        "upload.largest, 5 apples",
        "mail.enabled, perhaps",
        "portal.theme, Blue",
        "node.name, too long"
    })
    void a_value_outside_its_bounds_is_refused(String name, String text) {
        assertThatThrownBy(() -> file(Map.of(name, text)))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageStartingWith(name + " (in tako.properties) is \"" + text + "\" and must be ");
    }

    @ParameterizedTest
    @CsvSource({"90s, 90", "15m, 900", "12h, 43200", "30d, 2592000", "60000ms, 60"})
    void durations_have_a_number_and_a_unit(String text, long seconds) {
        assertThat(file(Map.of("session.idle", text)).get(IDLE)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"65536, 65536", "64KB, 65536", "2 mb, 2097152", "5GB, 5368709120"})
    void sizes_have_units_of_1024(String text, long bytes) {
        assertThat(file(Map.of("upload.largest", text)).get(UPLOAD)).isEqualTo(bytes);
    }

    @Test
    void a_refusal_never_shows_a_secret() {
        var connection = Map.of("database.connection", "Server=sql;Password=hunter2");

        assertThatThrownBy(
                        () -> Settings.read(PlatformSettings.TABLE, new SettingSources(connection, Map.of(), Map.of())))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("SQL Server is not supported")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void the_containers_variables_give_the_platforms_settings() {
        var environment = Map.of(
                "TASK_CAP", "7",
                "OCTOPUS_SERVER_NODE_NAME", "blue",
                "DB_CONNECTION_STRING", "postgresql://tako@db.example.org/tako",
                "MASTER_KEY", "a2V5",
                "ADMIN_USERNAME", "ada",
                "ADMIN_PASSWORD", "a long sentence",
                "ADMIN_EMAIL", "ada@example.org",
                "ADMIN_API_KEY", "API-ADA",
                "ACCEPT_EULA", "Y");

        var settings = PlatformSettings.of(
                Settings.read(PlatformSettings.TABLE, new SettingSources(Map.of(), environment, Map.of())));

        assertThat(settings.node()).extracting("taskCap", "name").containsExactly(7, java.util.Optional.of("blue"));
        assertThat(settings.database()).hasValue(Secret.of("postgresql://tako@db.example.org/tako"));
        assertThat(settings.masterKey()).hasValue(Secret.of("a2V5"));
        assertThat(settings.administrator().username()).isEqualTo("ada");
        assertThat(settings.administrator().password()).hasValue(Secret.of("a long sentence"));
        assertThat(settings.administrator().email()).hasValue("ada@example.org");
        assertThat(settings.administrator().apiKey()).hasValue(Secret.of("API-ADA"));
        assertThat(settings.http()).isEqualTo(new PlatformSettings.Http(8080, "127.0.0.1"));
    }

    @Test
    void the_file_in_the_home_is_read(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve("tako.properties"), "# ours\ntasks.cap = 9\n");

        var settings = Settings.read(TABLE, SettingSources.of(home, Map.of(), Map.of()));

        assertThat(settings.get(CAP)).isEqualTo(9);
    }

    @Test
    void a_file_that_is_no_text_is_refused_in_one_sentence(@TempDir Path home) throws Exception {
        Files.write(home.resolve("tako.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> SettingSources.of(home, Map.of(), Map.of()))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("is not UTF-8 text");
    }

    @Test
    void documentation_and_help_come_from_the_table() {
        assertThat(SettingsTable.markdown(List.of(CAP)))
                .contains(
                        "| `tasks.cap` | `TASK_CAP` | a whole number from 1 to 100 | `5` | How many tasks run at once. |");
        assertThat(SettingsTable.help(List.of(CAP)))
                .isEqualTo(
                        "  tasks.cap (TASK_CAP)\n      How many tasks run at once. Must be a whole number from 1 to 100;"
                                + " default 5.\n");
    }

    @Test
    void a_default_that_is_not_allowed_cannot_be_declared() {
        assertThatThrownBy(() -> Setting.of("a.b", new WholeNumber(1, 2, 1), "3", "Wrong."))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"cap, cap, 0", "cap, cup, 1", "cap, caps, 1", "kitten, sitting, 3", "'', abc, 3"})
    void the_distance_counts_single_edits(String left, String right, int edits) {
        assertThat(NearestName.distance(left, right)).isEqualTo(edits);
    }

    private static Settings file(Map<String, String> file) {
        return read(file, Map.of(), Map.of());
    }

    private static Settings read(
            Map<String, String> file, Map<String, String> environment, Map<String, String> commandLine) {
        return Settings.read(TABLE, new SettingSources(file, environment, commandLine));
    }
}
