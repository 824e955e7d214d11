package tako.octostache.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;
import tako.octostache.json.JsonReader;
import tako.octostache.json.JsonReading;
import tako.octostache.json.JsonWriter;

/** Reading any text as JSON ends and never throws; what is written of it is read again as the same, and errors are in the text. */
@Tag("fuzz")
class JsonReaderFuzzTest {
    private static final int LONGEST = 10_000;

    @FuzzTest(maxDuration = "10m")
    void what_is_written_is_read_again(FuzzedDataProvider data) {
        String all = data.consumeRemainingAsString();
        String text = all.substring(0, Math.min(LONGEST, all.length()));
        switch (JsonReader.read(text)) {
            case JsonReading.Read read -> {
                String compact = JsonWriter.compact(read.json());
                assertThat(compactAgain(compact)).isEqualTo(compact);
                assertThat(compactAgain(JsonWriter.indented(read.json()))).isEqualTo(compact);
            }
            case JsonReading.Empty _ -> assertThat(compactAgain(text + "\n1")).isEqualTo("1");
            case JsonReading.Unreadable unreadable -> {
                assertThat(unreadable.line()).isBetween(1, text.length() + 1);
                assertThat(unreadable.column()).isBetween(1, text.length() + 1);
            }
        }
    }

    private static String compactAgain(String text) {
        return JsonReader.read(text) instanceof JsonReading.Read(var json)
                ? JsonWriter.compact(json)
                : "unreadable: " + text;
    }
}
