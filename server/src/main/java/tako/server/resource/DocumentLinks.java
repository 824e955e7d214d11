package tako.server.resource;

import java.util.LinkedHashMap;
import java.util.Map;

/** The links of a document. */
final class DocumentLinks<D extends Document> {
    private final Kind<D> kind;

    DocumentLinks(Kind<D> kind) {
        this.kind = kind;
    }

    Map<String, String> of(Stored<D> stored) {
        String base = kind.spaced() ? "/api/" + stored.space() : "/api";
        String self = base + "/" + kind.path() + "/" + stored.id();
        var links = new LinkedHashMap<String, String>();
        links.put("Self", self);
        kind.links()
                .apply(stored.value())
                .forEach((name, template) ->
                        links.put(name, template.replace("{self}", self).replace("{space}", base)));
        return links;
    }
}
