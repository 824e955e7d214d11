package tako.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every rule of the list has a test, every test that names a rule names one of the list, and the page says so. */
class RulesTest {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path LIST = CHECKOUT.resolve("docs/rules.txt");
    private static final Path PAGE = CHECKOUT.resolve("docs/rules.md");

    private final List<Rule> rules = rules();
    private final Map<String, Set<String>> tests = TaggedTests.of(CHECKOUT);

    @Test
    void everyKeyStandsOnce() {
        assertThat(rules).extracting(Rule::key).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleHasATest() {
        assertThat(rules).extracting(Rule::key).as("keys of docs/rules.txt").allMatch(tests::containsKey);
    }

    @Test
    void everyTagNamesARule() {
        Set<String> known = Set.copyOf(rules.stream().map(Rule::key).toList());
        assertThat(tests.keySet()).as("tags 'rule:…' of tests").isSubsetOf(known);
    }

    @Test
    void thePageIsWhatListAndTestsSay() throws IOException {
        String written = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        String page = RulesPage.of(rules, tests);
        Files.writeString(PAGE, page);
        assertThat(written)
                .as("docs/rules.md was out of date and has been written anew: commit it")
                .isEqualTo(page);
    }

    private static List<Rule> rules() {
        try {
            return Rule.list(Files.readAllLines(LIST));
        } catch (IOException unreadable) {
            throw new IllegalStateException("docs/rules.txt cannot be read", unreadable);
        }
    }
}
