package tako.bench.template;

import java.util.ArrayList;
import java.util.List;

/** The manifests that are rendered: what a deployment of some services looks like. */
public enum Manifest {
    /** About 1 KB. */
    SMALL(1_000),
    /** About 100 KB. */
    LARGE(100_000);

    private static final int CHARACTERS_OF_A_SERVICE = 460;

    private final int characters;

    Manifest(int characters) {
        this.characters = characters;
    }

    /** Its text; in a service two of five references lead to values that refer to others. */
    List<Piece> text() {
        List<Piece> text = new ArrayList<>();
        for (int service = 0; service < characters / CHARACTERS_OF_A_SERVICE; service++) {
            service(text, "service" + service % Model.GROUPS);
        }
        return text;
    }

    private static void service(List<Piece> text, String group) {
        add(text, "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ", group, "name");
        add(
                text,
                "\n  labels:\n    app.kubernetes.io/part-of: random-quotes\nspec:\n  replicas: 2\n  template:\n    spec:\n"
                        + "      containers:\n        - image: ",
                group,
                "image");
        add(text, "\n          ports:\n            - containerPort: ", group, "port");
        add(text, "\n          env:\n            - name: HOST\n              value: ", group, "host");
        add(text, "\n            - name: URL\n              value: ", group, "url");
        text.add(new Piece.Text("\n---\n"));
    }

    private static void add(List<Piece> text, String before, String group, String member) {
        text.add(new Piece.Text(before));
        text.add(new Piece.Reference(group, member));
    }
}
