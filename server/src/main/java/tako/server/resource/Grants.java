package tako.server.resource;

/** The permissions that the four ways of touching a kind need, by their wire names. */
public record Grants(String view, String create, String edit, String delete) {
    /** {@code XView}, {@code XCreate}, {@code XEdit}, {@code XDelete}. */
    public static Grants of(String prefix) {
        return new Grants(prefix + "View", prefix + "Create", prefix + "Edit", prefix + "Delete");
    }
}
