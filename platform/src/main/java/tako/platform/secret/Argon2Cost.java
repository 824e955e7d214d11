package tako.platform.secret;

/** What one Argon2id computation costs. */
record Argon2Cost(int memoryKib, int passes, int lanes) {
    /** Whether a stored hash may ask for this much: more would let a changed row exhaust the server. */
    boolean bearable() {
        return memoryKib >= 8 * lanes
                && memoryKib <= 1 << 20
                && passes >= 1
                && passes <= 64
                && lanes >= 1
                && lanes <= 16;
    }
}
