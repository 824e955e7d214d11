package tako.steps.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tako.platform.database.View;
import tako.server.people.team.Memberships;
import tako.server.people.team.Teams;
import tako.server.projects.process.Action;
import tako.server.projects.process.ActionCheck;
import tako.server.resource.ListQuery;
import tako.server.settings.mail.smtp.MailAddress;
import tako.server.settings.mail.smtp.Recipient.Kind;

/** The teams that mails go to: checked when a process is saved, and asked for their members when a mail is queued. */
public final class MailTeams implements ActionCheck {
    private final Teams teams;
    private final Memberships memberships;

    public MailTeams(Teams teams, Memberships memberships) {
        this.teams = teams;
        this.memberships = memberships;
    }

    /**
     * Members as they are now.
     *
     * @param addresses of those who have one, by the line of the mail
     * @param warnings sentences for the log: teams that are gone, members without a usable address
     */
    record Found(Map<Kind, List<MailAddress>> addresses, List<String> warnings) {}

    /** The members of some teams of a space, or of the system. */
    Found find(View view, String space, Map<Kind, List<String>> wanted) {
        Map<Kind, List<MailAddress>> addresses = new EnumMap<>(Kind.class);
        List<String> warnings = new ArrayList<>();
        Set<String> known = known(
                view, space, wanted.values().stream().flatMap(List::stream).toList());
        wanted.forEach((kind, ids) -> {
            ids.stream()
                    .filter(id -> !known.contains(MailTeams.key(id)))
                    .forEach(gone -> warnings.add("The team '" + gone
                            + "' to which the mail goes is not there any more. The others get it; correct the step."));
            List<String> there =
                    ids.stream().filter(id -> known.contains(MailTeams.key(id))).toList();
            addresses.put(kind, addresses(memberships.activeMembers(view, there), warnings));
        });
        return new Found(addresses, warnings);
    }

    private static List<MailAddress> addresses(List<Memberships.Member> members, List<String> warnings) {
        List<MailAddress> addresses = new ArrayList<>();
        for (Memberships.Member member : members) {
            Optional<MailAddress> address = MailAddress.parse(member.emailAddress());
            address.ifPresent(addresses::add);
            if (address.isEmpty()) {
                warnings.add("The user " + member.username()
                        + " gets no mail, because no usable address is known. Give the user one.");
            }
        }
        return addresses;
    }

    private Set<String> known(View view, String space, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return teams.documents().list(view, "", ListQuery.ALL.withIds(List.copyOf(ids))).items().stream()
                .filter(team -> Optional.ofNullable(team.value().spaceId())
                        .filter(own -> !own.equalsIgnoreCase(space))
                        .isEmpty())
                .map(team -> key(team.id()))
                .collect(Collectors.toSet());
    }

    private static String key(String id) {
        return id.toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public List<String> problems(View view, String space, String where, Action action) {
        if (!action.type().equalsIgnoreCase(EmailProperties.ACTION_TYPE)) {
            return List.of();
        }
        List<String> problems = new ArrayList<>(EmailRules.problems(where, action));
        EmailProperties.TEAMS.values().stream().sorted().forEach(key -> {
            List<String> named = EmailRules.plain(action, key);
            Set<String> known = known(view, space, named);
            named.stream()
                    .filter(id -> !known.contains(key(id)))
                    .map(id -> where + ", " + key + ": there is no team '" + id
                            + "'. Name another one by its id, or an address.")
                    .forEach(problems::add);
        });
        return problems;
    }
}
