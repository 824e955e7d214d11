package tako.app.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The page that people read: each rule with the tests that hold it. */
final class RulesPage {
    private static final String HEAD = """
            # Rules

            What holds in Tako, one sentence each, with the tests that hold it. This page is written by the build from `docs/rules.txt` and the tags
            `rule:…` of the tests; a rule without a test fails the build.
            """;

    private RulesPage() {}

    /** @param tests simple names of test classes by key */
    static String of(List<Rule> rules, Map<String, Set<String>> tests) {
        Map<String, List<Rule>> areas =
                rules.stream().collect(Collectors.groupingBy(Rule::area, LinkedHashMap::new, Collectors.toList()));
        return HEAD
                + areas.entrySet().stream()
                        .map(area -> section(area.getKey(), area.getValue(), tests))
                        .collect(Collectors.joining());
    }

    private static String section(String area, List<Rule> rules, Map<String, Set<String>> tests) {
        return "\n## " + Character.toUpperCase(area.charAt(0)) + area.substring(1)
                + "\n\n| key | rule | held by |\n|---|---|---|\n"
                + rules.stream()
                        .map(rule -> row(rule, tests.getOrDefault(rule.key(), Set.of())))
                        .collect(Collectors.joining());
    }

    private static String row(Rule rule, Set<String> tests) {
        return "| `" + rule.key() + "` | " + rule.text().replace("|", "\\|") + " | " + String.join(", ", tests)
                + " |\n";
    }
}
