package tako.bench.masking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * What a deployment's programs write, and the secrets that must not be seen in it.
 *
 * @param secrets passwords, tokens and keys of several lines
 * @param lines mostly clean; one of {@value #LINES_FOR_A_SECRET} has a secret in it, every other time in base64
 */
record LogText(List<String> secrets, List<String> lines) {
    static final int SECRETS = 200;
    private static final int LINES_FOR_A_SECRET = 500;
    private static final List<String> WORDS = List.of(
            "deployment.apps/quotes",
            "configured",
            "Pulling",
            "image",
            "registry.example.org/quotes:1.2.3",
            "INFO",
            "Started",
            "waiting for",
            "pods",
            "to become ready",
            "http://localhost:8080/",
            "2026-01-02T03:04:05Z",
            "{\"level\":\"info\"}",
            "/var/lib/quotes/data",
            "200",
            "OK",
            "GET",
            "took",
            "ms",
            "schema",
            "migrated");

    static LogText of(int characters) {
        Random random = new Random(1);
        List<String> secrets = new ArrayList<>();
        for (int number = 0; number < SECRETS; number++) {
            secrets.add(secret(number, random));
        }
        List<String> lines = new ArrayList<>();
        for (int written = 0; written < characters; written += lines.getLast().length() + 1) {
            lines.add(line(lines.size(), secrets, random));
        }
        return new LogText(List.copyOf(secrets), List.copyOf(lines));
    }

    private static String secret(int number, Random random) {
        String body = HexFormat.of().formatHex(bytes(random, 8 + number % 24));
        return number % 20 == 0 ? "-----BEGIN KEY-----\n" + body + "\n" + body + "\n-----END KEY-----" : "p" + body;
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String line(int number, List<String> secrets, Random random) {
        StringBuilder line = new StringBuilder();
        for (int word = 0; word < 8 + random.nextInt(8); word++) {
            line.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        if (number % LINES_FOR_A_SECRET == 0) {
            line.append("--password=").append(shown(number, secrets.get(random.nextInt(SECRETS))));
        }
        return line.toString();
    }

    /** As it is, or in base64, as every secret of several lines. */
    private static String shown(int number, String secret) {
        boolean encoded = number % (2 * LINES_FOR_A_SECRET) == 0 || secret.indexOf('\n') >= 0;
        return encoded ? Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)) : secret;
    }

    /** UTF-16 units, line ends included; all are ASCII, so these are bytes too. */
    long characters() {
        return lines.stream().mapToLong(line -> line.length() + 1L).sum();
    }

    long linesWithSecrets() {
        return lines.stream().filter(line -> line.contains("--password=")).count();
    }
}
