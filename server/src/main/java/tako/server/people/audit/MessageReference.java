package tako.server.people.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A place in the message of an event where a document is named.
 *
 * @param startIndex of the name's first character, from 0
 */
public record MessageReference(String referencedDocumentId, int startIndex, int length) {
    /**
     * Where a message names documents, in its order. Each document is looked for once, those with longer names first, and no
     * place is given twice.
     *
     * @param names of the documents by their ids
     */
    static List<MessageReference> in(String message, Map<String, String> names) {
        var found = new ArrayList<MessageReference>();
        names.entrySet().stream()
                .filter(document -> !document.getValue().isBlank())
                .sorted(Comparator.comparingInt((Map.Entry<String, String> document) ->
                                -document.getValue().length())
                        .thenComparing(Map.Entry::getKey))
                .forEach(document -> find(message, document, found));
        found.sort(Comparator.comparingInt(MessageReference::startIndex));
        return List.copyOf(found);
    }

    private static void find(String message, Map.Entry<String, String> document, List<MessageReference> found) {
        String name = document.getValue();
        for (int start = message.indexOf(name); start >= 0; start = message.indexOf(name, start + 1)) {
            var here = new MessageReference(document.getKey(), start, name.length());
            if (here.isWholeIn(message) && found.stream().noneMatch(here::overlaps)) {
                found.add(here);
                return;
            }
        }
    }

    private int end() {
        return startIndex + length;
    }

    private boolean overlaps(MessageReference other) {
        return startIndex < other.end() && other.startIndex < end();
    }

    private boolean isWholeIn(String message) {
        boolean begins = startIndex == 0 || !Character.isLetterOrDigit(message.charAt(startIndex - 1));
        boolean ends = end() == message.length() || !Character.isLetterOrDigit(message.charAt(end()));
        return begins && ends;
    }
}
