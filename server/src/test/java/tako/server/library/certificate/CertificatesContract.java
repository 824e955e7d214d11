package tako.server.library.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tako.server.TestEngine.ADA;
import static tako.server.library.certificate.TestCertificates.file;
import static tako.server.library.certificate.TestCertificates.selfSigned;
import static tako.server.library.certificate.TestCertificates.signedBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.secret.MasterKey;
import tako.platform.secret.Secret;
import tako.platform.secret.Secrets;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskRun;
import tako.server.TestEngine;
import tako.server.WireMapper;
import tako.server.infrastructure.environment.Environments;
import tako.server.library.certificate.CertificateExports.Wish;
import tako.server.library.certificate.TestCertificates.Made;
import tako.server.resource.AuditLog;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.ListQuery;
import tako.server.resource.NotForEnvironment;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Certificates as they are kept, opened, replaced, given out and watched, on every database. */
abstract class CertificatesContract {
    private static final String SPACE = "Spaces-1";
    private static final Principal GIL = new Principal("Users-2", "gil", "API key 'test'", "", "");
    private static final Secret NONE = Secret.of("");
    private static final Made ROOT = selfSigned("CN=Root");
    private static final Made WEB = signedBy(ROOT, "CN=web");
    private static final String WHOLE = WEB.pem() + WEB.keyPem() + ROOT.pem();

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(TestEngine.NOON);
    private Database database;
    private Documents<Certificate> documents;
    private CertificateVault vault;
    private Certificates certificates;
    private CertificateExports exports;
    private CertificateExpiryTask chore;

    abstract Database open();

    @BeforeEach
    void prepare() {
        database = open();
        var random = new SecureRandom();
        var secrets = Secrets.open(database, MasterKey.of(MasterKey.generate(random)), random);
        Engine quiet = quiet();
        var engine = new Engine(
                database,
                quiet.mapper(),
                quiet.catalogue(),
                CertificatesContract::allowed,
                this::record,
                (tx, clear) -> secrets.keep(tx, Secret.of(clear)),
                quiet.notices(),
                now::get);
        documents = new Documents<>(CertificateKind.KIND, engine);
        var export = new CertificateExport(random);
        vault = new CertificateVault(documents, secrets::open, export);
        certificates = new Certificates(engine, documents, vault);
        exports = new CertificateExports(engine, documents, vault, export);
        chore = new CertificateExpiryTask(engine, documents);
    }

    private Engine quiet() {
        return TestEngine.over(database, List.of(Environments.KIND, CertificateKind.KIND));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aCertificateIsOpenedWithItsChainAndItsKey() {
        Stored<Certificate> stored = create("web", WHOLE);

        CertificateMaterial material = opened(stored.id());

        assertThat(material.shown().certificatePem()).isEqualTo(WEB.pem());
        assertThat(material.shown().fullChainPem()).isEqualTo(WEB.pem() + ROOT.pem());
        assertThat(material.key().map(key -> key.pem().reveal())).contains(WEB.keyPem());
        assertThat(material.facts().subjectCommonName()).isEqualTo("web");
        assertThat(material.upload().data().reveal()).isEqualTo(base64(WHOLE));
        assertThat(database.<Optional<CertificateMaterial>>read(view -> vault.open(view, "Certificates-99", List.of())))
                .isEmpty();
    }

    @Test
    void neitherFileNorPasswordStandsInTheDocument() {
        Stored<Certificate> stored = create("web", WHOLE);

        assertThat(stored.json().toString()).doesNotContain(base64(WHOLE)).contains("SecretId");
        assertThat(certificates.present(stored).toString())
                .contains("\"CertificateData\":{\"HasValue\":true,\"NewValue\":null,\"Hint\":null}")
                .contains("\"Password\":{\"HasValue\":false")
                .doesNotContain("SecretId");
    }

    @Test
    void aPfxForVariablesOpensWithThePasswordOfTheUpload() {
        Stored<Certificate> stored = create("web", WHOLE);
        CertificateMaterial material = opened(stored.id());

        byte[] pfx = Base64.getDecoder().decode(vault.pfx(material).reveal());

        assertThat(CertificateParser.parse(pfx, NONE)).isInstanceOf(CertificateReading.Read.class);
    }

    @Test
    void aChangeWithoutAFileKeepsTheFileAndWhatItSays() {
        Stored<Certificate> stored = create("web", WHOLE);
        ObjectNode body = certificates.present(stored);
        body.put("Notes", "for the site");
        body.put("Thumbprint", "made up");
        body.put("HasPrivateKey", false);

        Stored<Certificate> changed = certificates.update(ADA, SPACE, stored.id(), body);

        assertThat(changed.value().notes()).isEqualTo("for the site");
        assertThat(changed.value().thumbprint()).isEqualTo(stored.value().thumbprint());
        assertThat(changed.value().hasPrivateKey()).isTrue();
        assertThat(opened(stored.id()).key()).isPresent();
    }

    @Test
    void aChangeWithAFileTakesIt() {
        Stored<Certificate> stored = create("web", WHOLE);
        ObjectNode body = body("web", ROOT.pem());

        Stored<Certificate> changed = certificates.update(ADA, SPACE, stored.id(), body);

        assertThat(changed.value().subjectCommonName()).isEqualTo("Root");
        assertThat(changed.value().hasPrivateKey()).isFalse();
    }

    @Test
    void aPasswordWithoutItsFileIsRefused() {
        Stored<Certificate> stored = create("web", WHOLE);
        ObjectNode body = json("{\"Name\": \"web\", \"Password\": {\"HasValue\": true, \"NewValue\": \"x\"}}");

        assertThatThrownBy(() -> certificates.update(ADA, SPACE, stored.id(), body))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().getFirst()).startsWith("Password: "));
    }

    @Test
    void replacingKeepsTheIdAndArchivesTheOldData() {
        Stored<Certificate> stored = create("web", WHOLE);

        Stored<Certificate> replaced = certificates.replace(ADA, SPACE, stored.id(), base64(ROOT.pem()), NONE);

        assertThat(replaced.id()).isEqualTo(stored.id());
        assertThat(replaced.value().subjectCommonName()).isEqualTo("Root");
        Stored<Certificate> old = certificates.get(ADA, SPACE, "Certificates-2");
        assertThat(old.value().hasBeenArchived()).isTrue();
        assertThat(old.value().replacedBy()).isEqualTo(stored.id());
        assertThat(old.value().thumbprint()).isEqualTo(stored.value().thumbprint());
        assertThat(opened(old.id()).key()).isPresent();
        assertThat(opened(stored.id()).key()).isEmpty();
        assertThat(events)
                .containsExactly("Created Certificates-1", "Created Certificates-2", "Modified Certificates-1");
    }

    @Test
    void anArchivedCertificateIsNotReplaced() {
        Stored<Certificate> stored = create("web", WHOLE);
        certificates.archive(ADA, SPACE, stored.id());

        assertThatThrownBy(() -> certificates.replace(ADA, SPACE, stored.id(), base64(ROOT.pem()), NONE))
                .isInstanceOf(Problem.class);
    }

    @Test
    void listsHideWhatIsArchivedAndFindByWhatCertificatesSay() {
        create("web", WHOLE);
        Stored<Certificate> ca = create("ca", ROOT.pem());
        Stored<Certificate> old = create("old", WHOLE);
        certificates.archive(ADA, SPACE, old.id());

        assertThat(names(ListQuery.ALL)).containsExactly("ca", "web");
        assertThat(names(ListQuery.ALL.withScope("archived", List.of("true")))).containsExactly("ca", "old", "web");
        assertThat(names(ListQuery.ALL.withIds(List.of(old.id())))).containsExactly("old");
        assertThat(names(ListQuery.ALL.withScope("certificateSearch", List.of("cn=WEB"))))
                .containsExactly("web");
        assertThat(names(ListQuery.ALL.withScope(
                        "certificateSearch", List.of(ca.value().thumbprint().toLowerCase(Locale.ROOT)))))
                .containsExactly("ca");
        assertThat(names(ListQuery.ALL.withScope("certificateFirstResult", List.of("certificates-1"))))
                .containsExactly("web", "ca");
    }

    @Test
    void aPrivateKeyIsGivenOnlyToThoseWhoMayAndItsEventIsWritten() {
        Stored<Certificate> stored = create("web", WHOLE);
        var wish = new Wish(Optional.of("pem"), NONE, true, Optional.of("primaryAndChain"));
        events.clear();

        assertThatThrownBy(() -> exports.of(GIL, SPACE, stored.id(), wish))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(403));
        assertThat(events).isEmpty();
        ExportedFile file = exports.of(ADA, SPACE, stored.id(), wish);
        assertThat(new String(file.content(), StandardCharsets.US_ASCII))
                .isEqualTo(WEB.keyPem() + WEB.pem() + ROOT.pem());
        assertThat(file.name()).isEqualTo("web.pem");
        assertThat(events).containsExactly("CertificatePrivateKeyExported Certificates-1");
    }

    @Test
    void withoutTheKeyEveryFormatIsForAllWhoMaySeeTheCertificate() {
        Stored<Certificate> stored = create("web", WHOLE);
        events.clear();

        byte[] pfx = exported(stored, "Pkcs12", "");
        assertThat(CertificateParser.parse(pfx, NONE))
                .isInstanceOfSatisfying(
                        CertificateReading.Read.class,
                        read -> assertThat(read.file().key()).isEmpty());
        assertThat(exported(stored, "Der", "")).isEqualTo(X509.der(WEB.certificate()));
        assertThat(exported(stored, "Pem", "ChainOnly")).isEqualTo(file(ROOT.pem()));
        assertThat(exported(stored, "", "")).isEqualTo(file(WEB.pem()));
        assertThat(events).isEmpty();
    }

    @Test
    void wishesThatCannotBeMetAreRefused() {
        Stored<Certificate> ca = create("ca", ROOT.pem());
        Stored<Certificate> web = create("web", WHOLE);

        assertThat(List.of(
                        new Wish(Optional.of("Pem"), NONE, true, Optional.empty()),
                        new Wish(Optional.of("Jks"), NONE, false, Optional.empty()),
                        new Wish(Optional.of("Pem"), NONE, false, Optional.of("Some"))))
                .allSatisfy(wish -> assertThatThrownBy(() -> exports.of(ADA, SPACE, ca.id(), wish))
                        .isInstanceOf(Problem.class));
        var keyInDer = new Wish(Optional.of("Der"), NONE, true, Optional.empty());
        assertThatThrownBy(() -> exports.of(ADA, SPACE, web.id(), keyInDer)).isInstanceOf(Problem.class);
    }

    @Test
    void eachWarningOfTheEndIsGivenOncePerData() {
        Instant end = TestEngine.NOON.plus(Duration.ofDays(30));
        Stored<Certificate> stored = create("web", selfSigned("CN=web", end).pem());
        create("later", selfSigned("CN=later").pem());
        events.clear();

        assertThat(toldAt(end.minus(Duration.ofDays(21)))).isEmpty();
        assertThat(toldAt(end.minus(Duration.ofDays(19))))
                .containsExactly("CertificateExpiry20DayWarning Certificates-1");
        assertThat(toldAt(end.minus(Duration.ofDays(18)))).isEmpty();
        certificates.update(ADA, SPACE, stored.id(), certificates.present(stored));
        events.clear();
        assertThat(toldAt(end.minus(Duration.ofDays(9))))
                .containsExactly("CertificateExpiry10DayWarning Certificates-1");
        assertThat(toldAt(end)).containsExactly("CertificateExpired Certificates-1");
        assertThat(toldAt(end.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(certificates.present(stored).path("IsExpired").asBoolean()).isTrue();

        Made next = selfSigned("CN=web", end.plus(Duration.ofDays(5)));
        certificates.replace(ADA, SPACE, stored.id(), base64(next.pem()), NONE);
        events.clear();
        assertThat(toldAt(end.plus(Duration.ofDays(2))))
                .containsExactly("CertificateExpiry10DayWarning Certificates-1");
    }

    @Test
    void ofWhatIsArchivedOrDeletedNothingIsTold() {
        Instant end = TestEngine.NOON.plus(Duration.ofDays(3));
        Stored<Certificate> archived =
                create("archived", selfSigned("CN=a", end).pem());
        Stored<Certificate> deleted = create("deleted", selfSigned("CN=d", end).pem());
        certificates.archive(ADA, SPACE, archived.id());
        certificates.archive(ADA, SPACE, deleted.id());
        certificates.delete(ADA, SPACE, deleted.id());
        events.clear();

        assertThat(toldAt(end)).isEmpty();
        certificates.unarchive(ADA, SPACE, archived.id());
        events.clear();
        assertThat(toldAt(end)).containsExactly("CertificateExpired Certificates-1");
    }

    @Test
    void dataThatIsTakenBackIsWatched() {
        Instant end = TestEngine.NOON.plus(Duration.ofDays(3));
        Stored<Certificate> stored = create("web", selfSigned("CN=old", end).pem());
        certificates.replace(ADA, SPACE, stored.id(), base64(WEB.pem()), NONE);
        certificates.unarchive(ADA, SPACE, "Certificates-2");
        events.clear();

        assertThat(toldAt(end)).containsExactly("CertificateExpired Certificates-2");
    }

    @Test
    void aCertificateOpensOnlyForTheEnvironmentsItIsLimitedTo() {
        new Environments(quiet()).create(ADA, SPACE, json("{\"Name\": \"Dev\"}"));
        ObjectNode body = body("web", WHOLE);
        body.putArray("EnvironmentIds").add("Environments-1");
        String id = certificates.create(ADA, SPACE, body).id();

        assertThat(database.<Optional<CertificateMaterial>>read(
                        view -> vault.open(view, id, List.of("environments-1"))))
                .isPresent();
        assertThatThrownBy(() -> database.<Optional<CertificateMaterial>>read(
                        view -> vault.open(view, id, List.of("Environments-1", "Environments-2"))))
                .isInstanceOfSatisfying(
                        NotForEnvironment.class,
                        refused -> assertThat(refused.sentence())
                                .startsWith("The certificate 'web' may not be used in Environments-2."));
    }

    @Test
    void twoNodesTellOnce() {
        Instant end = TestEngine.NOON.plus(Duration.ofDays(3));
        create("web", selfSigned("CN=web", end).pem());
        events.clear();
        now.set(end);

        assertThat(chore.run(new Run(database, () -> chore.run(new Run(database, () -> {})))))
                .isInstanceOf(TaskResult.Succeeded.class);
        assertThat(events).containsExactly("CertificateExpired Certificates-1");
    }

    /** A run of the chore; what another node does meanwhile happens before its first write. */
    private record Run(Database database, Runnable meanwhile) implements TaskRun {
        @Override
        public TaskRow task() {
            throw new AssertionError("the chore needs nothing of its row");
        }

        @Override
        public boolean stopRequested() {
            return false;
        }

        @Override
        public boolean cancelRequested() {
            return false;
        }

        @Override
        public <T> T write(Function<Tx, T> change) {
            meanwhile.run();
            return database.write(change);
        }
    }

    private List<String> toldAt(Instant instant) {
        now.set(instant);
        chore.run(new Run(database, () -> {}));
        List<String> told = new ArrayList<>(events);
        events.clear();
        return told;
    }

    private byte[] exported(Stored<Certificate> stored, String format, String options) {
        var wish = new Wish(
                Optional.of(format).filter(text -> !text.isEmpty()),
                NONE,
                false,
                Optional.of(options).filter(text -> !text.isEmpty()));
        return exports.of(GIL, SPACE, stored.id(), wish).content();
    }

    private List<String> names(ListQuery query) {
        return certificates.list(ADA, SPACE, query).items().stream()
                .map(stored -> stored.value().name())
                .toList();
    }

    private CertificateMaterial opened(String id) {
        return database.read(view -> vault.open(view, id, List.of())).orElseThrow();
    }

    private Stored<Certificate> create(String name, String pem) {
        return certificates.create(ADA, SPACE, body(name, pem));
    }

    private static ObjectNode body(String name, String pem) {
        return json("{\"Name\": \"%s\", \"CertificateData\": {\"HasValue\": true, \"NewValue\": \"%s\"}}"
                .formatted(name, base64(pem)));
    }

    private static String base64(String pem) {
        return Base64.getEncoder().encodeToString(file(pem));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) WireMapper.mapper().readTree(text);
    }

    private static void allowed(Principal principal, String permission, String space) {
        if (principal.equals(GIL) && permission.equals("CertificateExportPrivateKey")) {
            throw Problem.forbidden(permission);
        }
    }

    private void record(Tx tx, Principal who, AuditLog.Entry entry) {
        tx.afterCommit(() -> events.add(entry.category() + " " + entry.regards().getFirst()));
    }
}
