package tako.steps.kubernetes.manifest;

import java.util.List;
import java.util.Random;

/** Random texts near YAML. */
final class HostileText {
    private static final String VALID = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              labels: &labels {app: "web", 'tier': front}
            spec:
              selector: {matchLabels: *labels}
              script: |
                echo "hi"
              folded: >-
                a
                b
            ---
            {"apiVersion": "v1", "kind": "List", "items": [{"<<": {}}]}
            """;
    private static final List<String> PIECES = List.of(
            "a",
            "b: ",
            ": ",
            "- ",
            "? ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "\n",
            "\n  ",
            "\n    ",
            "---\n",
            "...\n",
            "&a ",
            "*a ",
            "!!str ",
            "!x ",
            "!<",
            "%YAML 1.2\n",
            "%TAG ! x\n",
            "|\n",
            ">+2\n",
            "\"",
            "'",
            "\\",
            "\\u12",
            "\\UFFFFFFFF",
            "#",
            "\t",
            "<<: ",
            "~",
            "0x",
            "1e9",
            "-",
            "\u0000",
            "\uD800",
            "\uFEFF",
            "\u2028",
            "\u0085",
            "\uFFFF",
            "kind: List\n",
            "items: ",
            "apiVersion: v1\n",
            "metadata: {name: a}\n");

    private HostileText() {}

    /** A good text with some characters changed. */
    static String scribbled(Random random) {
        var text = new StringBuilder(VALID);
        for (int change = random.nextInt(6); change >= 0; change--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.setCharAt(at, (char) random.nextInt(0x180));
            }
        }
        return text.toString();
    }

    /** Marks of YAML in any order. */
    static String assembled(Random random) {
        var text = new StringBuilder();
        for (int piece = random.nextInt(40); piece >= 0; piece--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
