package tako.steps.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tako.server.delivery.step.Rendering;
import tako.server.settings.mail.smtp.MailPriority;
import tako.server.settings.mail.smtp.Recipient;
import tako.server.settings.mail.smtp.Recipient.Kind;

/**
 * A mail, ready to be queued but for who is in the teams by then.
 *
 * @param space whose deployment it is about
 * @param related ids of the documents it is about
 * @param recipients those who are named
 * @param teams ids of the teams whose members get it too
 * @param letter what it says
 * @param shown the same without secrets
 * @param waits whether the step ends only when it is sent
 * @param notes what was noticed while rendering, for the log
 */
record EmailRendering(
        String space,
        List<String> related,
        List<Recipient> recipients,
        Map<Kind, List<String>> teams,
        Text letter,
        Text shown,
        boolean html,
        MailPriority priority,
        boolean waits,
        List<String> notes)
        implements Rendering {

    /** Subject and body. */
    record Text(String subject, String body) {
        /** Without both, which may hold secrets. */
        @Override
        public String toString() {
            return "Text";
        }
    }

    @Override
    public List<RenderedText> texts() {
        List<String> head = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            line(head, kind);
        }
        head.add("Subject: " + shown.subject());
        if (priority != MailPriority.NORMAL) {
            head.add("Priority: " + priority);
        }
        return List.of(
                new RenderedText("mail.txt", "text", String.join("\n", head) + "\n"),
                new RenderedText(html ? "body.html" : "body.txt", html ? "html" : "text", shown.body()));
    }

    private void line(List<String> head, Kind kind) {
        List<String> named = recipients.stream()
                .filter(recipient -> recipient.kind() == kind)
                .map(recipient -> recipient.address().address())
                .toList();
        boolean hides = kind == Kind.BCC && !named.isEmpty();
        List<String> who = new ArrayList<>(hides ? List.of(named.size() + " hidden") : named);
        teams.getOrDefault(kind, List.of()).forEach(team -> who.add("the members of " + team));
        if (!who.isEmpty()) {
            head.add(kind + ": " + who.stream().collect(Collectors.joining(", ")));
        }
    }

    /** Without the texts, which may hold secrets. */
    @Override
    public String toString() {
        return "EmailRendering[" + shown.subject() + "]";
    }
}
