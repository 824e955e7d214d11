package org.example.randomquotes;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the environment tells the program.
 *
 * @param host the address to listen on ({@code HOST}; all of them, because that is what a container needs)
 * @param port the port to listen on ({@code PORT}, 8080); 0 takes any free one
 * @param databaseFile where the quotes are kept ({@code DATABASE_FILE}, {@code random-quotes.db} in the working folder)
 * @param environment where it runs ({@code ENVRIONMENT_NAME}, as the tutorial spells it, or {@code ENVIRONMENT_NAME})
 * @param version what is deployed ({@code APP_VERSION}, or the version that was built)
 */
record Settings(String host, int port, Path databaseFile, String environment, String version) {
    private static final int HIGHEST_PORT = 65_535;

    static Settings from(Map<String, String> variables, String builtVersion) {
        return new Settings(
                first(variables, "HOST").orElse("0.0.0.0"),
                first(variables, "PORT").map(Settings::port).orElse(8080),
                first(variables, "DATABASE_FILE").map(Settings::file).orElse(Path.of("random-quotes.db")),
                first(variables, "ENVRIONMENT_NAME", "ENVIRONMENT_NAME").orElse("an unnamed environment"),
                first(variables, "APP_VERSION").orElse(builtVersion));
    }

    /** The first of the variables that says anything. */
    private static Optional<String> first(Map<String, String> variables, String... names) {
        return Stream.of(names)
                .map(name -> variables.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, like a number out of range.
        }
        throw new StartRefused(
                "PORT is \"" + text + "\", which is no port. Give a number from 0 to 65535, or leave it out for 8080.");
    }

    private static Path file(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException invalid) {
            throw new StartRefused("DATABASE_FILE is \"" + text + "\", which is no path: " + invalid.getReason() + ".");
        }
    }
}
