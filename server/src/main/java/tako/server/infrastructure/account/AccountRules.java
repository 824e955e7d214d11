package tako.server.infrastructure.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What must hold for an account. Pure. */
final class AccountRules {
    private static final List<String> PARTICIPATIONS = List.of("Untenanted", "TenantedOrUntenanted", "Tenanted");
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private AccountRules() {}

    /** @param before the account as it is stored; empty for a new one */
    static List<String> problems(Optional<Account> before, Account after) {
        List<String> problems = new ArrayList<>();
        type(before, after).ifPresent(problems::add);
        if (!PARTICIPATIONS.contains(after.tenantedDeploymentParticipation())) {
            problems.add("TenantedDeploymentParticipation: '" + after.tenantedDeploymentParticipation()
                    + "' is none. Send one of " + String.join(", ", PARTICIPATIONS) + ".");
        }
        AccountType.named(after.accountType())
                .ifPresent(type -> type.members().stream()
                        .flatMap(member -> problem(member, after))
                        .forEach(problems::add));
        return problems;
    }

    private static Optional<String> type(Optional<Account> before, Account after) {
        Optional<String> kept =
                before.map(Account::accountType).filter(type -> !type.equalsIgnoreCase(after.accountType()));
        if (kept.isPresent()) {
            return Optional.of("AccountType: an account of the type " + kept.get()
                    + " stays one. Create another account for " + after.accountType() + ".");
        }
        return AccountType.named(after.accountType()).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "AccountType: '" + after.accountType() + "' is none. Send one of " + AccountType.names() + ".");
    }

    private static Stream<String> problem(AccountType.Member member, Account account) {
        JsonNode value = account.members().get(member.name());
        if (value == null) {
            return Stream.empty();
        }
        return switch (member.holds()) {
            case ID ->
                GUID.matcher(value.asString("")).matches()
                        ? Stream.empty()
                        : Stream.of(member.name() + ": '" + value.asString("")
                                + "' is no GUID. Send one like 11111111-2222-3333-4444-555555555555.");
            case LIST ->
                value.isArray()
                        ? Stream.empty()
                        : Stream.of(member.name() + ": a list of texts is meant. Send e.g. [\"space\", \"project\"].");
            case MAP ->
                value.isObject()
                        ? Stream.empty()
                        : Stream.of(member.name() + ": an object of texts is meant. Send e.g. {\"claim\": \"value\"}.");
            case TEXT ->
                value.isValueNode() ? Stream.empty() : Stream.of(member.name() + ": a text is meant. Send one.");
            case SECRET -> Stream.empty();
        };
    }
}
