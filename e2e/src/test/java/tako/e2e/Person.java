package tako.e2e;

import static tako.e2e.Setup.object;

/**
 * A user with an API key.
 *
 * @param wire a client with that key
 */
public record Person(String id, String name, Wire wire) {
    private static final String PASSWORD = "correct horse battery staple";

    /** Makes a user of this name, who is in no team but that of everybody. */
    public static Person made(Setup setup, RunningServer server, String name) {
        var user = setup.wire()
                .post(
                        "/api/users",
                        object().put("Username", name)
                                .put("DisplayName", name)
                                .put("EmailAddress", name + "@example.org")
                                .put("IsActive", true)
                                .put("Password", PASSWORD))
                .succeeded()
                .json();
        var key = setup.wire()
                .post("/api/users/" + Setup.id(user) + "/apikeys", object().put("Purpose", "Test"))
                .succeeded()
                .json()
                .path("ApiKey")
                .asString();
        return new Person(
                Setup.id(user), name, new Wire(server.address(), key, OpenApiCheck.of(server.address(), key)));
    }

    /** Makes a team with these members in the default space, and answers its id. */
    public static String team(Setup setup, String name, Person... members) {
        var body = object().put("Name", name).put("SpaceId", setup.space());
        var ids = body.putArray("MemberUserIds");
        for (Person member : members) {
            ids.add(member.id());
        }
        return Setup.id(setup.wire().post("/api/teams", body).succeeded().json());
    }
}
