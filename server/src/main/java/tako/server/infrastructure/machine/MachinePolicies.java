package tako.server.infrastructure.machine;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.server.resource.Dimensions;
import tako.server.resource.Documents;
import tako.server.resource.Kind;
import tako.server.resource.Scoping;
import tako.server.resource.SpaceDefaults;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Machine policies; each space has one that targets get when they name none. */
public final class MachinePolicies implements SpaceDefaults {
    /** The descriptor. */
    public static final Kind<MachinePolicy> KIND = Kind.of(
                    MachinePolicy.class, "MachinePolicy", "MachinePolicies", "machine_policy")
            .names(new Kind.Names(200, true, false))
            .scopings(policy -> Stream.of(new Scoping(Dimensions.IS_DEFAULT, String.valueOf(policy.isDefault()))))
            .completion((view, space, json) -> MachinePolicyTemplate.complete(json))
            .rules(draft -> MachinePolicyRules.problems(draft.after()))
            .links(policy -> Map.of("Machines", "{self}/machines{?skip,take}", "Workers", "{self}/workers{?skip,take}"))
            .example(Map.of("Name", "Patient"))
            .build();

    private final Documents<MachinePolicy> documents;
    private final JsonMapper mapper;

    public MachinePolicies(Documents<MachinePolicy> documents, JsonMapper mapper) {
        this.documents = documents;
        this.mapper = mapper;
    }

    @Override
    public void fill(Tx tx, Principal who, String space) {
        ObjectNode policy = template();
        policy.put("Name", "Default Machine Policy");
        policy.put("IsDefault", true);
        documents.insert(tx, who, space, policy);
    }

    /** A policy that is not stored, with every member at its default. */
    public ObjectNode template() {
        return MachinePolicyTemplate.json(mapper);
    }

    /** The id of a space's default policy. */
    public static Optional<String> defaultIn(View view, String space) {
        return view.query("""
                        select id from machine_policy join scope on scope.source = machine_policy.id_key
                        where space_id = :space and scope.dimension = :dimension and scope.value = 'true'""")
                .bind("space", space)
                .bind("dimension", Dimensions.IS_DEFAULT)
                .mapTo(String.class)
                .findFirst();
    }
}
