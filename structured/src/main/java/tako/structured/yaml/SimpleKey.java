package tako.structured.yaml;

import java.util.Optional;

/** Keys that stand on one line before a colon. */
record SimpleKey(Layout layout, TagNames tags) {
    /** YAML 1.2.2, 7.4.2: the colon is at most so far from the key's beginning. */
    private static final int LONGEST = 1024;

    /** A key as it is written, with the colon, if it fits. */
    Optional<String> of(YamlEvent node, boolean flow) {
        return switch (node) {
            // An anchor's name may end in a colon.
            case YamlEvent.Alias alias -> fitting("*" + alias.anchor() + " :");
            case YamlEvent.Scalar scalar -> ofScalar(scalar, flow);
            case YamlEvent.CollectionStart _, YamlEvent.CollectionEnd _, YamlEvent.Comment _ -> Optional.empty();
            case YamlEvent.DocumentStart _, YamlEvent.DocumentEnd _ -> Optional.empty();
        };
    }

    private Optional<String> ofScalar(YamlEvent.Scalar scalar, boolean flow) {
        if (ScalarRules.isMultiline(scalar.text()) || scalar.text().length() > LONGEST) {
            return Optional.empty();
        }
        var out = new Output();
        scalar.properties().anchor().ifPresent(anchor -> out.token("&" + anchor));
        scalar.properties().tag().ifPresent(tag -> out.token(tags.written(tag)));
        new ScalarWriter(out, layout).write(scalar.text(), layout.rules().style(scalar, flow, true), 0);
        return fitting(out.text() + ":");
    }

    private static Optional<String> fitting(String written) {
        return Optional.of(written).filter(key -> key.length() <= LONGEST);
    }
}
