package tako.server.settings.server;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * What is known of this server from its start.
 *
 * @param version the program's own version
 * @param node this process's name among others
 * @param taskCap how many tasks it runs at once
 * @param zone the server's zone: of schedules and of times without an offset
 */
public record ServerFacts(UUID installation, String version, String node, int taskCap, Instant started, ZoneId zone) {}
