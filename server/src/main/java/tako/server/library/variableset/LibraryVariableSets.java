package tako.server.library.variableset;

import tako.platform.http.Principal;
import tako.server.resource.DocumentService;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Library variable sets: each is made with its variables, none yet, and deleted with them. */
public final class LibraryVariableSets implements DocumentService<LibraryVariableSet> {
    private final Engine engine;
    private final Documents<LibraryVariableSet> documents;
    private final VariableSets variables;

    public LibraryVariableSets(Engine engine, Documents<LibraryVariableSet> documents, VariableSets variables) {
        this.engine = engine;
        this.documents = documents;
        this.variables = variables;
    }

    @Override
    public Kind<LibraryVariableSet> kind() {
        return documents.kind();
    }

    @Override
    public Slice<Stored<LibraryVariableSet>> list(Principal principal, String space, ListQuery query) {
        return documents.list(principal, space, query);
    }

    @Override
    public Stored<LibraryVariableSet> get(Principal principal, String space, String id) {
        return documents.get(principal, space, id);
    }

    @Override
    public Stored<LibraryVariableSet> create(Principal principal, String space, ObjectNode body) {
        engine.permissions().require(principal, kind().grants().create(), space);
        return engine.database().write(tx -> {
            Stored<LibraryVariableSet> set = documents.insert(tx, principal, space, body);
            variables.create(tx, principal, space, set.id());
            return set;
        });
    }

    @Override
    public Stored<LibraryVariableSet> update(Principal principal, String space, String id, ObjectNode body) {
        return documents.update(principal, space, id, body);
    }

    /** Deletes a set with its variables; releases keep their frozen copies. @throws Problem 400 naming the projects that include it */
    @Override
    public void delete(Principal principal, String space, String id) {
        engine.permissions().require(principal, kind().grants().delete(), space);
        engine.database().change(tx -> {
            Stored<LibraryVariableSet> set = documents.require(tx, space, id);
            documents.remove(tx, principal, set);
            variables.remove(tx, set.id());
        });
    }

    @Override
    public ObjectNode present(Stored<LibraryVariableSet> stored) {
        return documents.present(stored);
    }
}
