package tako.octostache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tako.octostache.filter.StandardFilters;

/** The guide's page of filters says what is. */
class FilterGuideTest {
    private static final Path PAGE = Path.of("..", "docs", "guide", "variables-filters.md");
    private static final Pattern VARIABLE = Pattern.compile("\\| `([A-Za-z]+)` \\| `(.*)` \\|");
    private static final Pattern EXAMPLE = Pattern.compile("\\|.*\\|.*\\| `(#\\{.*\\})` \\| `(.*)` \\|");
    private static final Pattern FILTERS = Pattern.compile("\\| ((?:`\\w+` ?)+)\\|.*\\|.*\\|.*\\|");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final int FEWEST_EXAMPLES = 30;

    private final List<String> lines = Files.readAllLines(PAGE);

    FilterGuideTest() throws IOException {}

    @Test
    void every_example_gives_its_result() {
        Variables variables = Variables.of(variables());
        var examples = new LinkedHashMap<String, String>();
        lines.stream()
                .map(EXAMPLE::matcher)
                .filter(matcher -> matcher.matches())
                .forEach(matcher -> examples.put(written(matcher.group(1)), written(matcher.group(2))));
        var results = new LinkedHashMap<String, String>();
        examples.keySet()
                .forEach(example ->
                        results.put(example, variables.evaluate(example).text()));

        assertThat(results).hasSizeGreaterThanOrEqualTo(FEWEST_EXAMPLES).isEqualTo(examples);
    }

    private Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        lines.stream()
                .map(VARIABLE::matcher)
                .filter(matcher -> matcher.matches())
                .forEach(matcher -> variables.put(matcher.group(1), written(matcher.group(2))));
        return variables;
    }

    private static String written(String cell) {
        return cell.replace("\\|", "|").replace("↵", "\n");
    }

    @Test
    void every_filter_has_its_row() {
        var rows = lines.stream()
                .map(FILTERS::matcher)
                .filter(matcher -> matcher.matches())
                .flatMap(matcher -> NAME.matcher(matcher.group(1)).results())
                .map(name -> name.group(1).toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals("null"))
                .toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(StandardFilters.all(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                        .keySet());
    }
}
