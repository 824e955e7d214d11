package tako.platform.settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tako.platform.secret.Secret;

/**
 * How the text of a setting becomes a value.
 *
 * @param <T> the value's type
 */
public sealed interface ValueKind<T> {
    /** The value a text stands for; empty when the text is not allowed. */
    Optional<T> read(String text);

    /** What is allowed, to follow "must be": {@code a whole number from 1 to 1000}. */
    String allowed();

    /** A text that is allowed. */
    String example();

    /** Whether the text must not be shown. */
    default boolean secret() {
        return false;
    }

    /** A whole number within bounds, both included. */
    record WholeNumber(int lowest, int highest, int typical) implements ValueKind<Integer> {
        @Override
        public Optional<Integer> read(String text) {
            try {
                var value = Integer.parseInt(text);
                return value < lowest || value > highest ? Optional.empty() : Optional.of(value);
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        }

        @Override
        public String allowed() {
            return "a whole number from " + lowest + " to " + highest;
        }

        @Override
        public String example() {
            return Integer.toString(typical);
        }
    }

    /** True or false. */
    record Flag() implements ValueKind<Boolean> {
        @Override
        public Optional<Boolean> read(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on", "1" -> Optional.of(true);
                case "false", "no", "off", "0" -> Optional.of(false);
                default -> Optional.empty();
            };
        }

        @Override
        public String allowed() {
            return "true or false";
        }

        @Override
        public String example() {
            return "true";
        }
    }

    /** Text without line ends, at most {@code longest} characters. */
    record Text(int longest, String example) implements ValueKind<String> {
        @Override
        public Optional<String> read(String text) {
            var fits = text.length() <= longest && text.lines().count() <= 1;
            return fits ? Optional.of(text) : Optional.empty();
        }

        @Override
        public String allowed() {
            return "one line of at most " + longest + " characters";
        }
    }

    /** One of a few words, compared ignoring case. */
    record Choice(List<String> words) implements ValueKind<String> {
        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public Optional<String> read(String text) {
            return words.stream().filter(text::equalsIgnoreCase).findFirst();
        }

        @Override
        public String allowed() {
            return "one of " + String.join(", ", words);
        }

        @Override
        public String example() {
            return words.getFirst();
        }
    }

    /** Text that is never shown, logged or echoed in a refusal. */
    record SecretText(String example) implements ValueKind<Secret> {
        @Override
        public Optional<Secret> read(String text) {
            return Optional.of(Secret.of(text));
        }

        @Override
        public String allowed() {
            return "text";
        }

        @Override
        public boolean secret() {
            return true;
        }
    }

    /** A duration, written as a number and a unit: {@code 500ms}, {@code 90s}, {@code 15m}, {@code 12h}, {@code 30d}. */
    record Period(Duration shortest, Duration longest) implements ValueKind<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

        @Override
        public Optional<Duration> read(String text) {
            var form = FORM.matcher(text.toLowerCase(Locale.ROOT));
            if (!form.matches()) {
                return Optional.empty();
            }
            var value = duration(Long.parseLong(form.group(1)), form.group(2));
            var outside = value.compareTo(shortest) < 0 || value.compareTo(longest) > 0;
            return outside ? Optional.empty() : Optional.of(value);
        }

        private static Duration duration(long amount, String unit) {
            return switch (unit) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        }

        /** A duration in the form that {@link #read} takes, in the largest unit that fits. */
        static String written(Duration value) {
            if (value.toMillisPart() != 0) {
                return value.toMillis() + "ms";
            }
            if (value.toSecondsPart() != 0) {
                return value.toSeconds() + "s";
            }
            if (value.toMinutesPart() != 0) {
                return value.toMinutes() + "m";
            }
            return value.toHoursPart() != 0 || value.isZero() ? value.toHours() + "h" : value.toDays() + "d";
        }

        @Override
        public String allowed() {
            return "a duration (ms, s, m, h, d) from " + written(shortest) + " to " + written(longest);
        }

        @Override
        public String example() {
            return written(shortest);
        }
    }

    /** A size in bytes, written with or without a unit of 1,024: {@code 65536}, {@code 64KB}, {@code 50MB}, {@code 2GB}. */
    record Size(long smallest, long largest) implements ValueKind<Long> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\s*(|b|kb|mb|gb)");

        @Override
        public Optional<Long> read(String text) {
            var form = FORM.matcher(text.toLowerCase(Locale.ROOT));
            if (!form.matches()) {
                return Optional.empty();
            }
            var amount = Long.parseLong(form.group(1));
            var unit = unit(form.group(2));
            var outside = amount > largest / unit || amount * unit < smallest;
            return outside ? Optional.empty() : Optional.of(amount * unit);
        }

        private static long unit(String name) {
            return switch (name) {
                case "kb" -> 1L << 10;
                case "mb" -> 1L << 20;
                case "gb" -> 1L << 30;
                default -> 1;
            };
        }

        private static String written(long bytes) {
            for (var name : List.of("gb", "mb", "kb")) {
                if (bytes > 0 && bytes % unit(name) == 0) {
                    return bytes / unit(name) + name.toUpperCase(Locale.ROOT);
                }
            }
            return Long.toString(bytes);
        }

        @Override
        public String allowed() {
            return "a size (bytes, KB, MB, GB) from " + written(smallest) + " to " + written(largest);
        }

        @Override
        public String example() {
            return written(smallest);
        }
    }

    /** The address of a PostgreSQL database; it may hold a password and is therefore secret. */
    record PostgresAddress() implements ValueKind<Secret> {
        private static final List<String> PREFIXES = List.of("jdbc:postgresql:", "postgresql://", "postgres://");

        @Override
        public Optional<Secret> read(String text) {
            var lower = text.toLowerCase(Locale.ROOT);
            return PREFIXES.stream().anyMatch(lower::startsWith) ? Optional.of(Secret.of(text)) : Optional.empty();
        }

        @Override
        public String allowed() {
            return "the address of a PostgreSQL database (SQL Server is not supported; without the setting the data lives"
                    + " in the home)";
        }

        @Override
        public String example() {
            return "postgresql://tako:PASSWORD@db.example.org:5432/tako";
        }

        @Override
        public boolean secret() {
            return true;
        }
    }
}
