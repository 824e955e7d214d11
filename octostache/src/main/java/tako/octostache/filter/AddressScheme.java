package tako.octostache.filter;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an address begins with.
 *
 * @param name in lower case
 */
record AddressScheme(String name) {
    private static final String FILE = "file";
    private static final Map<String, Integer> PORTS = Map.of(
            "http", 80, "https", 443, "ws", 80, "wss", 443, "ftp", 21, "ldap", 389, "gopher", 70, "nntp", 119, "telnet", 23,
            "net.tcp", 808);
    private static final Set<String> OF_HOSTS =
            Set.of("http", "https", "ws", "wss", "ftp", "gopher", "nntp", "telnet", "net.tcp", "net.pipe");

    Optional<Integer> port() {
        return Optional.ofNullable(PORTS.get(name));
    }

    boolean needsHost() {
        return OF_HOSTS.contains(name);
    }

    boolean isFile() {
        return name.equals(FILE);
    }

    /** Whether a backslash is as good as a slash. */
    boolean isKnown() {
        return needsHost() || isFile();
    }

    String delimiter(boolean hasAuthority) {
        return hasAuthority ? "://" : ":";
    }
}
