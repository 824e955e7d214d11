package tako.server.library.feed.registry;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import tako.server.library.feed.registry.Sequence.Subject;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks container registries what they have. Each question is a sequence of requests of its own with one bound for all of them; nothing
 * is remembered afterwards, neither tokens nor answers, so nothing that was wrong can come again. To be called outside of
 * transactions. Interrupting the thread ends a question.
 */
public final class RegistryClient implements AutoCloseable {
    private static final int DEEPEST_JSON = 32;

    private final Transport transport;
    private final RegistryLimits limits;
    private final RegistryTime time;
    private final ObjectReader json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_JSON)
                            .build())
                    .build())
            .build()
            .reader();

    /** @param trust whom to believe on encrypted connections; empty for those whom the Java runtime believes */
    public RegistryClient(RegistryLimits limits, RegistryTime time, Optional<SSLContext> trust) {
        this.transport = new Transport(limits, trust);
        this.limits = limits;
        this.time = time;
    }

    /** A client with the limits of a server and the trust of the Java runtime. */
    public static RegistryClient standard() {
        return new RegistryClient(RegistryLimits.standard(), RegistryTime.system(), Optional.empty());
    }

    /** Asks whether there is a registry that lets one in. @throws RegistryFailure when not, with the reason */
    public void probe(Registry registry) throws RegistryFailure, InterruptedException {
        session(registry, new Question.Probe()).probe();
    }

    /** Every tag of a repository, in the registry's order. @throws RegistryFailure also when it is unknown */
    public List<String> tags(Registry registry, String repository) throws RegistryFailure, InterruptedException {
        Session session = session(registry, new Question.Tags(repository));
        if (!Registry.isName(repository)) {
            throw session.failure(new RegistryTrouble.NoName(repository));
        }
        return names(session, registry.tags(repository, limits.pageSize()), "tags");
    }

    /**
     * The repositories whose names contain a term, ignoring case; all for "". Where the registry does not let its catalogue be read, a
     * term that is the name of a repository finds that one.
     */
    public List<String> repositories(Registry registry, String term) throws RegistryFailure, InterruptedException {
        String wanted = term.strip().toLowerCase(Locale.ROOT);
        Optional<URI> search = registry.search(wanted);
        if (search.isPresent()) {
            Session session = session(registry, new Question.Catalogue());
            return found(session.page(search.get()).content());
        }
        try {
            return catalogue(registry).stream()
                    .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                    .toList();
        } catch (RegistryFailure closed) {
            if (!isClosed(closed.trouble())) {
                throw closed;
            }
            return named(registry, wanted);
        }
    }

    @Override
    public void close() {
        transport.close();
    }

    private List<String> catalogue(Registry registry) throws RegistryFailure, InterruptedException {
        return names(
                session(registry, new Question.Catalogue()), registry.catalogue(limits.pageSize()), "repositories");
    }

    /** What can be found out where the catalogue is closed. @throws RegistryFailure also for what is no whole name */
    private List<String> named(Registry registry, String term) throws RegistryFailure, InterruptedException {
        if (Registry.isName(term)) {
            return exists(registry, term) ? List.of(term) : List.of();
        }
        probe(registry);
        throw session(registry, new Question.Catalogue()).failure(new RegistryTrouble.ClosedCatalogue());
    }

    private boolean exists(Registry registry, String repository) throws RegistryFailure, InterruptedException {
        try {
            session(registry, new Question.Tags(repository)).page(registry.tags(repository, 1));
            return true;
        } catch (RegistryFailure failure) {
            if (failure.trouble() instanceof RegistryTrouble.NotFound) {
                return false;
            }
            throw failure;
        }
    }

    /** Whether a registry may be one whose catalogue is not for this user. */
    private static boolean isClosed(RegistryTrouble trouble) {
        return trouble instanceof RegistryTrouble.Unauthorized
                || trouble instanceof RegistryTrouble.Forbidden
                || trouble instanceof RegistryTrouble.NotFound
                || trouble instanceof RegistryTrouble.NotARegistry;
    }

    private List<String> names(Session session, URI first, String member) throws RegistryFailure, InterruptedException {
        Set<String> names = new LinkedHashSet<>();
        Set<URI> pages = new HashSet<>();
        Optional<URI> at = Optional.of(first);
        while (at.isPresent()) {
            if (!pages.add(at.get())) {
                throw session.failure(new RegistryTrouble.Circle());
            }
            Session.Page page = session.page(at.get());
            page.content().path(member).forEach(name -> names.add(name.asString("")));
            if (names.size() > limits.names()) {
                throw session.failure(new RegistryTrouble.TooMuch(limits.names() + " names"));
            }
            at = page.next();
        }
        names.remove("");
        return List.copyOf(names);
    }

    private static List<String> found(JsonNode answer) {
        List<String> names = new ArrayList<>();
        answer.path("results").forEach(one -> names.add(one.path("name").asString("")));
        return names.stream().filter(Registry::isName).toList();
    }

    private Session session(Registry registry, Question question) {
        var sequence = new Sequence(transport, limits, time, new Subject(registry.host(), question));
        return new Session(registry, sequence, json);
    }
}
