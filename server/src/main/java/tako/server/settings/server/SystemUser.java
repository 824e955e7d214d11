package tako.server.settings.server;

import tako.platform.http.Principal;

/** The server itself, where it acts of its own accord. */
public final class SystemUser {
    /** Its id in events; there is no document of it. */
    public static final String ID = "users-system";

    /** The server as the one who acts. */
    public static final Principal PRINCIPAL = new Principal(ID, "system", "", "", "Server");

    private SystemUser() {}
}
