package org.example.randomquotes;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Optional;

/** The program. */
public final class RandomQuotes {
    private static final System.Logger LOG = System.getLogger(RandomQuotes.class.getName());
    private static final int REFUSED = 2;

    private RandomQuotes() {}

    /** Starts the server as the environment's variables say; it runs until it is told to end, and then ends at once. */
    public static void main(String[] arguments) {
        try {
            run(Settings.from(System.getenv(), builtVersion()));
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(REFUSED);
        }
    }

    private static void run(Settings settings) {
        QuoteDatabase quotes = QuoteDatabase.open(settings.databaseFile(), new SecureRandom());
        QuoteServer server = QuoteServer.start(settings, quotes);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, quotes), "stop"));
        LOG.log(
                Level.INFO,
                "Random Quotes {0} runs in {1} on port {2}.",
                settings.version(),
                settings.environment(),
                Integer.toString(server.port()));
    }

    private static void stop(QuoteServer server, QuoteDatabase quotes) {
        server.close();
        try {
            quotes.close();
        } catch (SQLException failure) {
            LOG.log(Level.WARNING, "The database was not closed.", failure);
        }
    }

    private static String builtVersion() {
        return Optional.ofNullable(RandomQuotes.class.getPackage().getImplementationVersion())
                .orElse("built from source");
    }
}
