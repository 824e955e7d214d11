package tako.octostache;

import java.util.Arrays;

/** The lines of a text. Found only when somebody asks, and each once. */
final class Lines {
    private final String text;
    private int[] starts = {};
    private int count;
    private int last;

    Lines(String text) {
        this.text = text;
    }

    Position positionOf(int offset) {
        if (count == 0) {
            findAll();
        }
        int line = lineOf(offset);
        last = line;
        return new Position(offset, line + 1, offset - starts[line] + 1);
    }

    /** Most questions are about the line of the last one or the next. */
    private int lineOf(int offset) {
        for (int line = last; line < Math.min(last + 2, count); line++) {
            if (starts[line] <= offset && (line + 1 == count || offset < starts[line + 1])) {
                return line;
            }
        }
        int found = Arrays.binarySearch(starts, 0, count, offset);
        return found >= 0 ? found : -found - 2;
    }

    private void findAll() {
        starts = new int[Math.max(4, text.length() / 32)];
        count = 1;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = end + 1;
        }
    }
}
