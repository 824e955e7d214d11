package tako.app.testdrive.cluster;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import tako.app.testdrive.TestDriveRefused;

/**
 * The registry that images are pulled from.
 *
 * @param feedUri its address
 * @param path what the names of its images begin with: host, perhaps a port, perhaps a path
 */
public record Registry(String feedUri, String path) {
    /**
     * Reads an address.
     *
     * @throws TestDriveRefused saying why it is none
     */
    public static Registry parse(String text) {
        String address = text.strip().replaceFirst("/+$", "");
        try {
            URI uri = new URI(address);
            if (uri.getRawUserInfo() != null) {
                throw new TestDriveRefused("The registry's address may not hold credentials: it is no secret. Give it"
                        + " without them, and set user name and password of the feed through the API.");
            }
            if (isAddress(uri)) {
                return new Registry(address, uri.getRawAuthority() + uri.getRawPath());
            }
        } catch (URISyntaxException unreadable) {
            // Said below.
        }
        throw new TestDriveRefused("'" + text.replaceFirst("//.*@", "//…@") + "' is no address of a registry. Write it"
                + " with http or https and a host: https://registry.example.org or http://10.0.0.1:5000.");
    }

    private static boolean isAddress(URI uri) {
        return uri.getScheme() != null
                && List.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT))
                && uri.getHost() != null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }
}
