package tako.app.testdrive.cluster;

import java.util.regex.Pattern;
import tako.app.testdrive.TestDriveRefused;
import tako.server.library.packages.Version;

/**
 * An image in a registry.
 *
 * @param name perhaps with a path: {@code team/randomquotes}
 * @param tag a version, and that of the release
 */
public record Image(String name, String tag) {
    private static final String FORM = "Write it as randomquotes:1.0.1 or team/randomquotes:1.0.1.";
    private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final Pattern NAME = Pattern.compile(PART + "(?:/" + PART + ")*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

    /**
     * Reads {@code NAME:TAG}.
     *
     * @throws TestDriveRefused saying why it is none
     */
    public static Image parse(String text) {
        if (text.contains("@")) {
            throw new TestDriveRefused("The image '" + text + "' is named by its digest. A release is named by a"
                    + " version, and takes the image of that tag: give NAME:TAG.");
        }
        int colon = text.lastIndexOf(':');
        if (colon < 0 || colon < text.lastIndexOf('/')) {
            throw new TestDriveRefused("The image '" + text + "' has no tag. " + FORM);
        }
        var image = new Image(text.substring(0, colon), text.substring(colon + 1));
        image.requireNoRegistry(text);
        if (!NAME.matcher(image.name).matches() || !TAG.matcher(image.tag).matches()) {
            throw new TestDriveRefused("'" + text + "' is no name of an image. " + FORM);
        }
        if (Version.parse(image.tag).isEmpty()) {
            throw new TestDriveRefused("The tag '" + image.tag + "' is no version, and the release is named by it. Tag"
                    + " the image with two to four numbers, such as 1.0.1, and push that.");
        }
        return image;
    }

    private void requireNoRegistry(String text) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        if (first.contains(".") || first.contains(":") || first.equals("localhost")) {
            throw new TestDriveRefused("The image '" + text + "' begins with the registry '" + first + "'. Give that as"
                    + " --feed https://" + first + " (or http://), and --image " + text.substring(slash + 1) + ".");
        }
    }
}
