package tako.octostache;

/** Which texts count as true. */
final class Truth {
    private Truth() {}

    /** All but the empty text, {@code 0} without blanks, and {@code no} and {@code false} in any case and between blanks. */
    static boolean of(String text) {
        String word = Characters.trim(text);
        return !text.isEmpty() && !text.equals("0") && !word.equalsIgnoreCase("no") && !word.equalsIgnoreCase("false");
    }
}
