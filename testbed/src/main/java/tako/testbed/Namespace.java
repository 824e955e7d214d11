package tako.testbed;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * A namespace of one test.
 *
 * @param cluster where it is
 * @param name its name, which no other test has
 */
public record Namespace(TestCluster cluster, String name) implements AutoCloseable {

    /** What kubectl prints, asked within this namespace. */
    public String kubectl(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "--namespace=" + name;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return cluster.kubectl(all);
    }

    /** An object of this namespace as JSON. Fails if it does not exist. */
    public String get(String kind, String object) {
        return cluster.get(kind, object, name);
    }

    /** Whether there is such an object in this namespace. */
    public boolean has(String kind, String object) {
        return cluster.has(kind, object, name);
    }

    /** A new bearer token of a service account that is made here, valid for an hour. The namespace must exist. */
    public String token(Access access) {
        String account = serviceAccount(access);
        return kubectl("create", "token", account, "--duration=1h").strip();
    }

    /** The name of a service account with this access, made if it is missing. The namespace must exist. */
    public String serviceAccount(Access access) {
        String account = account(access);
        if (!has("serviceaccount", account)) {
            kubectl("create", "serviceaccount", account);
            grant(account, access);
        }
        return account;
    }

    private void grant(String account, Access access) {
        String subject = "--serviceaccount=" + name + ":" + account;
        String binding = binding(account);
        switch (access) {
            case NONE -> {}
            case READ_ONLY -> cluster.kubectl("create", "clusterrolebinding", binding, "--clusterrole=view", subject);
            case NAMESPACE -> kubectl("create", "rolebinding", binding, "--clusterrole=admin", subject);
            case ADMINISTRATOR ->
                cluster.kubectl("create", "clusterrolebinding", binding, "--clusterrole=cluster-admin", subject);
        }
    }

    /** Deletes it with all that is in it, without waiting for the end of that, and what its service accounts were granted. */
    @Override
    public void close() {
        cluster.kubectl("delete", "namespace", name, "--wait=false", "--ignore-not-found");
        Stream<String> bindings = Stream.of(Access.values()).map(access -> binding(account(access)));
        cluster.kubectl(
                Stream.concat(Stream.of("delete", "clusterrolebinding", "--wait=false", "--ignore-not-found"), bindings)
                        .toArray(String[]::new));
    }

    private String binding(String account) {
        return name + "-" + account;
    }

    private static String account(Access access) {
        return access.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
