package tako.steps.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tako.server.projects.process.Action;
import tako.server.settings.mail.smtp.MailAddress;

/** What must hold for a mail step when it is saved, as far as its properties alone tell. Pure. */
final class EmailRules {
    private EmailRules() {}

    /** The broken rules, each a sentence. What holds expressions is judged when it is known what they stand for. */
    static List<String> problems(String where, Action action) {
        List<String> problems = new ArrayList<>();
        boolean somebody = keys().anyMatch(
                        key -> action.text(key).filter(text -> !text.isBlank()).isPresent());
        if (!somebody) {
            problems.add(where + ", " + EmailProperties.TO
                    + ": nobody is named who is to get the mail. Write an address, or choose a team.");
        }
        addressKeys()
                .forEach(key -> plain(action, key).stream()
                        .filter(text -> MailAddress.parse(text).isEmpty())
                        .map(
                                text -> where + ", " + key + ": '" + text
                                        + "' is no mail address. Write one such as ada@example.org, or a variable that holds one.")
                        .forEach(problems::add));
        return problems;
    }

    /** The parts of a list that hold no expression; none of a text in which an expression may hold separators. */
    static List<String> plain(Action action, String key) {
        return action.text(key)
                .filter(text -> !text.contains("#{"))
                .map(AddressList::split)
                .orElse(List.of());
    }

    private static Stream<String> keys() {
        return Stream.concat(addressKeys(), EmailProperties.TEAMS.values().stream());
    }

    private static Stream<String> addressKeys() {
        return EmailProperties.ADDRESSES.values().stream().flatMap(List::stream).sorted();
    }
}
