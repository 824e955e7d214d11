package tako.e2e.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tako.e2e.Answer;
import tako.e2e.Wire;

/** Reads every answer of an API that its links lead to. */
final class Crawler {
    private static final int MOST = 2_000;
    private static final Pattern LINK = Pattern.compile("\"(/api[^\"\\s]*)\"");
    private static final Pattern EXPANSION = Pattern.compile("\\{[^}]*}");

    /** A stream of notices never ends, and is heard apart. */
    private static final String STREAM = "/portal/stream";

    private final Wire wire;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    Crawler(Wire wire) {
        this.wire = wire;
    }

    /** What the API answers, by address; also refusals. */
    Map<String, String> from(String... starts) {
        for (String start : starts) {
            found(start);
        }
        while (!open.isEmpty()) {
            assertThat(answers).as("answers that links lead to").hasSizeLessThan(MOST);
            String address = open.removeFirst();
            Answer answer = wire.get(address);
            answers.put(address, answer.text());
            LINK.matcher(answer.text())
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .forEach(this::found);
        }
        return answers;
    }

    private void found(String link) {
        String address = EXPANSION.matcher(link).replaceAll("");
        if (!address.contains(STREAM) && seen.add(address)) {
            open.add(address);
        }
    }
}
