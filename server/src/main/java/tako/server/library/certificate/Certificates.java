package tako.server.library.certificate;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.secret.Secret;
import tako.server.resource.DocumentService;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
import tako.server.resource.Members;
import tako.server.resource.Permissions;
import tako.server.resource.SensitiveMember;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The certificates of a space. Files are read before the transaction that keeps them: opening one is work of its own. The data
 * that a certificate had before it was replaced stays as another one, archived.
 */
public final class Certificates implements DocumentService<Certificate> {
    private static final String ARCHIVED = "Archived";
    private static final String REPLACED_BY = "ReplacedBy";
    private static final String IS_EXPIRED = "IsExpired";
    private static final List<String> MANAGED = List.of(ARCHIVED, REPLACED_BY, IS_EXPIRED);

    private final Database database;
    private final Permissions permissions;
    private final InstantSource clock;
    private final JsonMapper mapper;
    private final Documents<Certificate> documents;
    private final CertificateVault vault;
    private final ExpiryRows expiries = new ExpiryRows();

    public Certificates(Engine engine, Documents<Certificate> documents, CertificateVault vault) {
        this.database = engine.database();
        this.permissions = engine.permissions();
        this.clock = engine.clock();
        this.mapper = engine.mapper();
        this.documents = documents;
        this.vault = vault;
    }

    @Override
    public Kind<Certificate> kind() {
        return documents.kind();
    }

    @Override
    public Slice<Stored<Certificate>> list(Principal principal, String space, ListQuery query) {
        permissions.require(principal, kind().grants().view(), space);
        CertificateSelection selection = CertificateSelection.of(query);
        return database.read(view -> selection.looksInside()
                ? selection.page(
                        documents.list(view, space, selection.unpaged()).items())
                : documents.list(view, space, selection.rows()));
    }

    @Override
    public Stored<Certificate> get(Principal principal, String space, String idOrSlug) {
        return documents.get(principal, space, idOrSlug);
    }

    /** Keeps a certificate. @throws Problem 400 saying what is wrong with its file */
    @Override
    public Stored<Certificate> create(Principal principal, String space, ObjectNode body) {
        permissions.require(principal, kind().grants().create(), space);
        String data = SensitiveMember.newValue(body, Upload.DATA)
                .orElseThrow(() -> Problem.invalid("CertificateData: a certificate needs its file. Send its bytes as"
                        + " base64 in CertificateData.NewValue."));
        Upload upload = Upload.of(data, sentPassword(body));
        ObjectNode filled = body.deepCopy();
        upload.into(filled, mapper);
        withoutManaged(filled);
        return database.write(tx -> watched(tx, documents.insert(tx, principal, space, filled)));
    }

    /** Replaces a certificate's document. Without a new file it keeps the one it has, and what that says. */
    @Override
    public Stored<Certificate> update(Principal principal, String space, String idOrSlug, ObjectNode body) {
        permissions.require(principal, kind().grants().edit(), space);
        Optional<Upload> upload = SensitiveMember.newValue(body, Upload.DATA)
                .map(data -> Upload.of(data, password(space, idOrSlug, body)));
        if (upload.isEmpty() && SensitiveMember.newValue(body, Upload.PASSWORD).isPresent()) {
            throw Problem.invalid("Password: it belongs to the file. Send the file in CertificateData with it.");
        }
        return database.write(tx -> {
            Stored<Certificate> before = documents.require(tx, space, idOrSlug);
            ObjectNode filled = body.deepCopy();
            upload.ifPresentOrElse(file -> file.into(filled, mapper), () -> Upload.keep(filled, before.json()));
            keepManaged(filled, before.json());
            return watched(tx, documents.replace(tx, principal, before, filled));
        });
    }

    /**
     * Gives a certificate new data. Its id stays, so that whatever names it uses the new data from now on; the old data becomes
     * another certificate, archived, that says by which it was replaced.
     *
     * @param data the file in base64
     * @return the certificate with its new data
     * @throws Problem 400 saying what is wrong with the file, or that the certificate is archived
     */
    public Stored<Certificate> replace(Principal principal, String space, String id, String data, Secret password) {
        permissions.require(principal, kind().grants().edit(), space);
        Upload upload = Upload.of(data, password);
        return database.write(tx -> {
            Stored<Certificate> before = documents.require(tx, space, id);
            if (before.value().hasBeenArchived()) {
                throw Problem.invalid("Certificate '" + before.value().name()
                        + "' is archived. Unarchive it before its data is replaced.");
            }
            documents.insert(tx, principal, before.space(), predecessor(tx, before));
            ObjectNode after = before.json().deepCopy();
            upload.into(after, mapper);
            return watched(tx, documents.replace(tx, principal, before, after));
        });
    }

    /** Puts a certificate away: lists leave it out and nobody is warned of its end; what names it goes on working. */
    public Stored<Certificate> archive(Principal principal, String space, String id) {
        return change(principal, space, id, json -> {
            if (json.path(ARCHIVED).isNull()) {
                json.set(ARCHIVED, mapper.valueToTree(clock.instant()));
            }
        });
    }

    /** Takes a certificate back; its end is watched from then on. */
    public Stored<Certificate> unarchive(Principal principal, String space, String id) {
        return change(principal, space, id, json -> json.putNull(ARCHIVED));
    }

    /** Deletes an archived certificate that nothing names. @throws Problem 400 otherwise */
    @Override
    public void delete(Principal principal, String space, String idOrSlug) {
        permissions.require(principal, kind().grants().delete(), space);
        database.change(tx -> {
            Stored<Certificate> stored = documents.require(tx, space, idOrSlug);
            if (!stored.value().hasBeenArchived()) {
                throw Problem.invalid("Certificate '" + stored.value().name()
                        + "' is not archived, and only archived ones can be deleted. Archive it first.");
            }
            documents.remove(tx, principal, stored);
            expiries.forget(tx, stored.id());
        });
    }

    @Override
    public ObjectNode present(Stored<Certificate> stored) {
        ObjectNode json = documents.present(stored);
        json.put(IS_EXPIRED, Expiry.isOver(stored.value(), clock.instant()));
        return json;
    }

    private Stored<Certificate> change(Principal principal, String space, String id, Consumer<ObjectNode> change) {
        permissions.require(principal, kind().grants().edit(), space);
        return database.write(tx -> {
            Stored<Certificate> before = documents.require(tx, space, id);
            ObjectNode json = before.json().deepCopy();
            change.accept(json);
            Stored<Certificate> after = documents.replace(tx, principal, before, json);
            return after.value().hasBeenArchived() ? after : watched(tx, after);
        });
    }

    /** A certificate of the data that another one is about to lose. */
    private ObjectNode predecessor(Tx tx, Stored<Certificate> replaced) {
        CertificateMaterial.Original original = vault.original(tx, replaced);
        ObjectNode json = replaced.json().deepCopy();
        SensitiveMember.set(json, Upload.DATA, original.data().reveal());
        if (!original.password().reveal().isEmpty()) {
            SensitiveMember.set(json, Upload.PASSWORD, original.password().reveal());
        }
        json.set(ARCHIVED, mapper.valueToTree(clock.instant()));
        json.put(REPLACED_BY, replaced.id());
        return json;
    }

    private Stored<Certificate> watched(Tx tx, Stored<Certificate> stored) {
        expiries.watch(tx, stored);
        return stored;
    }

    /** The password of a new file: the one sent with it, or the one there was if the client says that it stays. */
    private Secret password(String space, String idOrSlug, ObjectNode body) {
        return SensitiveMember.keeps(body, Upload.PASSWORD)
                ? database.read(view -> vault.original(view, documents.require(view, space, idOrSlug))
                        .password())
                : sentPassword(body);
    }

    private static Secret sentPassword(ObjectNode body) {
        return Secret.of(SensitiveMember.newValue(body, Upload.PASSWORD).orElse(""));
    }

    /** Whether and why a certificate is archived is not for bodies to say. */
    private static void withoutManaged(ObjectNode json) {
        MANAGED.forEach(name -> Members.remove(json, name));
    }

    private static void keepManaged(ObjectNode json, ObjectNode before) {
        withoutManaged(json);
        MANAGED.forEach(name -> json.set(name, before.path(name)));
    }
}
