package tako.server.projects.project;

import java.util.Locale;

/** The picture of a project that has none of its own. */
final class ProjectLogo {
    private static final int HUES = 360;

    private ProjectLogo() {}

    /** An initial on a square whose hue depends on the project's id alone. */
    static String svg(String id, String name) {
        int hue = Math.floorMod(id.hashCode() * 47, HUES);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">\
                <rect width="64" height="64" rx="8" fill="hsl(%d, 45%%, 38%%)"/>\
                <text x="32" y="43" text-anchor="middle" font-family="sans-serif" font-size="32" fill="#fff">&#%d;</text></svg>
                """.formatted(hue, initial(name));
    }

    private static int initial(String name) {
        return name.isBlank() ? '?' : name.strip().toUpperCase(Locale.ROOT).codePointAt(0);
    }
}
