package tako.bench.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A thousand variables, as a project with many services has them: groups of members, some of whose values refer to other members.
 *
 * @param groups the values by group and member
 */
record Model(Map<String, Map<String, List<Piece>>> groups) {
    static final int GROUPS = 200;
    static final int MEMBERS = 5;

    static Model ofThousand() {
        Map<String, Map<String, List<Piece>>> groups = new LinkedHashMap<>();
        for (int number = 0; number < GROUPS; number++) {
            groups.put("service" + number, members(number));
        }
        return new Model(groups);
    }

    private static Map<String, List<Piece>> members(int number) {
        String own = "service" + number;
        Map<String, List<Piece>> members = new LinkedHashMap<>();
        members.put("name", List.of(new Piece.Text("quotes-" + number)));
        members.put("port", List.of(new Piece.Text(String.valueOf(30_000 + number))));
        members.put("host", List.of(new Piece.Reference(own, "name"), new Piece.Text(".test.example.org")));
        members.put(
                "url",
                List.of(
                        new Piece.Text("https://"),
                        new Piece.Reference(own, "host"),
                        new Piece.Text(":"),
                        new Piece.Reference(own, "port"),
                        new Piece.Text("/")));
        members.put("image", List.of(new Piece.Text("registry.example.org/quotes:1.2." + number)));
        return members;
    }

    /** The values for an engine that takes objects: texts as they are, and what an engine makes of those that refer to others. */
    Map<String, Object> objects(Function<List<Piece>, Object> reference) {
        Map<String, Object> objects = new LinkedHashMap<>();
        groups.forEach((group, members) -> {
            Map<String, Object> known = new LinkedHashMap<>();
            members.forEach((member, value) -> known.put(member, object(value, reference)));
            objects.put(group, known);
        });
        return objects;
    }

    private static Object object(List<Piece> value, Function<List<Piece>, Object> reference) {
        return value.size() == 1 && value.getFirst() instanceof Piece.Text(String text) ? text : reference.apply(value);
    }
}
