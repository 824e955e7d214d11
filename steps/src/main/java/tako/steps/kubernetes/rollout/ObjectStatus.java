package tako.steps.kubernetes.rollout;

/**
 * How far an object is.
 *
 * @param detail for people, a clause about the object: {@code 1 of 2 pods updated}
 */
public record ObjectStatus(State state, String detail) {
    /** The three answers. */
    public enum State {
        IN_PROGRESS,
        FAILED,
        SUCCESSFUL
    }

    static ObjectStatus progressing(String detail) {
        return new ObjectStatus(State.IN_PROGRESS, detail);
    }

    static ObjectStatus failed(String detail) {
        return new ObjectStatus(State.FAILED, detail);
    }

    static ObjectStatus successful(String detail) {
        return new ObjectStatus(State.SUCCESSFUL, detail);
    }
}
