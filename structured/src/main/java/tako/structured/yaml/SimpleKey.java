package tako.structured.yaml;

import java.util.Optional;

/** Keys that stand on one line before a colon. */
record SimpleKey(Layout layout, TagNames tags) {
    /** YAML 1.2.2, 7.4.2: the colon is at most so far from the key's beginning. */
    private static final int LONGEST = 1024;

    /** A key as it is written without the colon, if it fits. */
    Optional<String> of(YamlEvent.Scalar scalar, boolean flow) {
        if (ScalarRules.isMultiline(scalar.text()) || scalar.text().length() > LONGEST) {
            return Optional.empty();
        }
        var out = new Output();
        scalar.properties().anchor().ifPresent(anchor -> out.token("&" + anchor));
        scalar.properties().tag().ifPresent(tag -> out.token(tags.written(tag)));
        new ScalarWriter(out, layout).write(scalar.text(), layout.rules().style(scalar, flow, true), 0);
        return Optional.of(out.text()).filter(written -> written.length() <= LONGEST);
    }
}
