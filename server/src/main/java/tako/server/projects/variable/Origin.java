package tako.server.projects.variable;

import java.util.Optional;
import tako.server.library.variableset.Variable;
import tako.server.library.variableset.VariableType;

/**
 * Where a candidate stands written.
 *
 * @param text as people know it: {@code Project}, {@code Library set 'Shared'}
 * @param owner the id of the project or library set; "" for what stands in none
 * @param variable the variable it was made of, if it was made of one
 * @param hidden whether the asker may know nothing of it but that it is there
 */
public record Origin(String text, String owner, Optional<Variable> variable, boolean hidden) {
    /** Of what stands in no variable set. */
    public static Origin of(String text) {
        return new Origin(text, "", Optional.empty(), false);
    }

    /** Of what the asker may not see. */
    static Origin hidden(String text) {
        return new Origin(text, "", Optional.empty(), true);
    }

    /** The variable's id; empty for what is none. */
    Optional<String> variableId() {
        return variable.map(Variable::key);
    }

    /** Whether the value is the id of a document that has members: a certificate or an account. */
    boolean namesDocument() {
        return variable.map(Variable::type).filter(Origin::hasMembers).isPresent();
    }

    private static boolean hasMembers(VariableType type) {
        return switch (type) {
            case CERTIFICATE,
                    AMAZON_WEB_SERVICES_ACCOUNT,
                    AZURE_ACCOUNT,
                    GOOGLE_CLOUD_ACCOUNT,
                    USERNAME_PASSWORD_ACCOUNT,
                    GENERIC_OIDC_ACCOUNT -> true;
            case STRING, SENSITIVE, WORKER_POOL -> false;
        };
    }
}
