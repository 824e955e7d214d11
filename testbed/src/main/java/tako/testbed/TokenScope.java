package tako.testbed;

import java.util.List;

/**
 * What a token allows: {@code repository:team/hello:pull,push}.
 *
 * @param type {@code repository} or {@code registry}
 * @param name of the repository
 * @param actions {@code pull}, {@code push}, {@code *}
 */
record TokenScope(String type, String name, List<String> actions) {

    static TokenScope parse(String text) {
        int first = text.indexOf(':');
        int last = text.lastIndexOf(':');
        return new TokenScope(
                text.substring(0, first),
                text.substring(first + 1, last),
                List.of(text.substring(last + 1).split(",")));
    }

    TokenScope pullOnly() {
        return new TokenScope(
                type, name, actions.stream().filter("pull"::equals).toList());
    }

    String json() {
        return "{\"type\":\"%s\",\"name\":\"%s\",\"actions\":[%s]}"
                .formatted(
                        type,
                        name,
                        String.join(
                                ",",
                                actions.stream()
                                        .map(action -> '"' + action + '"')
                                        .toList()));
    }
}
