package tako.platform.log;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ahocorasick.trie.Trie;

/** Finds any of many texts in one pass (Aho–Corasick over their beginnings, so that long texts take little memory). */
final class SecretPatterns {
    private static final int BEGINNING = 64;

    /** A text as far as one of its lines ends in it. */
    private record Head(String text, int length) {}

    private final Trie beginnings;
    private final Map<String, List<String>> byBeginning;
    private final List<Head> heads;

    SecretPatterns(Collection<String> texts) {
        byBeginning = texts.stream().collect(Collectors.groupingBy(SecretPatterns::beginning));
        beginnings = Trie.builder().addKeywords(byBeginning.keySet()).build();
        heads = texts.stream()
                .flatMap(text -> IntStream.range(0, text.length() - 1)
                        .filter(i -> text.charAt(i) == '\n')
                        .mapToObj(i -> new Head(text, i + 1)))
                .toList();
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(BEGINNING, text.length()));
    }

    /** The places in a text that belong to what is looked for. */
    BitSet find(String in) {
        BitSet found = new BitSet(in.length());
        if (byBeginning.isEmpty()) {
            return found;
        }
        beginnings.parseText(in, emit -> {
            for (String text : byBeginning.getOrDefault(emit.getKeyword(), List.of())) {
                if (in.startsWith(text, emit.getStart())) {
                    found.set(emit.getStart(), emit.getStart() + text.length());
                }
            }
            return true;
        });
        return found;
    }

    /** How many characters at the end of whole lines are the longest beginning of something that may go on in the next line. */
    int open(String lines) {
        return heads.stream()
                .filter(head -> lines.length() >= head.length()
                        && lines.regionMatches(lines.length() - head.length(), head.text(), 0, head.length()))
                .mapToInt(Head::length)
                .max()
                .orElse(0);
    }
}
