package tako.server.delivery.release;

/** Why a release is blocked: it goes to no later phase while a defect of it is unresolved. */
public record Defect(String id, String description, Status status) {
    /** Whether it still blocks. */
    public enum Status {
        UNRESOLVED,
        RESOLVED
    }
}
