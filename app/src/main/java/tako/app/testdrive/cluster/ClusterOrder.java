package tako.app.testdrive.cluster;

import java.util.regex.Pattern;
import tako.app.testdrive.TestDriveRefused;

/**
 * What the test drive on a cluster was asked for.
 *
 * @param kubectl how people call kubectl for it, as far as options are concerned
 * @param connection how it is reached
 * @param image what is deployed
 * @param registry where the image is
 * @param node the address of a node, where node ports answer; of version 6 in brackets
 */
public record ClusterOrder(String kubectl, ClusterConnection connection, Image image, Registry registry, String node) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern VERSION_6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** A node's address from its text. @throws TestDriveRefused when it is none */
    public static String node(String text) {
        String bare = text.strip().replaceFirst("^\\[(.*)]$", "$1");
        if (HOST.matcher(bare).matches()) {
            return bare;
        }
        if (VERSION_6.matcher(bare).matches()) {
            return "[" + bare + "]";
        }
        throw new TestDriveRefused(
                "'" + text + "' is no address of a node. Give a host name or an IP address, without scheme and port.");
    }
}
