package tako.server.settings.space;

import java.util.Locale;

/** A drawn logo: the first letter of a name on a colour that depends on it. */
final class SpaceLogo {
    private static final int HUES = 360;

    private SpaceLogo() {}

    /** An SVG image. */
    static String svg(String name) {
        int first = name.isBlank() ? '?' : Character.toUpperCase(name.strip().codePointAt(0));
        int hue = Math.floorMod(name.toLowerCase(Locale.ROOT).hashCode(), HUES);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img">\
                <rect width="64" height="64" rx="8" fill="hsl(%d,45%%,35%%)"/>\
                <text x="32" y="43" text-anchor="middle" font-family="sans-serif" font-size="32" fill="#fff">&#%d;</text>\
                </svg>""".formatted(hue, first);
    }
}
