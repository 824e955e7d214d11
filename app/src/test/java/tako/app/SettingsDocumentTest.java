package tako.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tako.platform.settings.PlatformSettings;
import tako.platform.settings.SettingsTable;

/** The guide names every setting as the program takes it. */
class SettingsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "guide", "settings.md");

    @Test
    void theGuideHoldsTheTableOfTheProgram() throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains(SettingsTable.markdown(TakoServer.SETTINGS));
    }

    @Test
    void theGuideNamesTheVariablesThatMeanNothingHere() throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains(PlatformSettings.IGNORED_VARIABLES);
    }
}
