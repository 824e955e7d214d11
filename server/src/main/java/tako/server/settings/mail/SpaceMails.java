package tako.server.settings.mail;

import tako.server.settings.space.SpaceContents;

/** The mails of a space. They go before its tasks, which have all ended, so what the mails said is forgotten already. */
public final class SpaceMails {
    private SpaceMails() {}

    /** What goes with the space. */
    public static SpaceContents contents() {
        String ofSpace = " where task in (select id from task where space_id = :space)";
        return SpaceContents.rows("delete from mail_recipient" + ofSpace, "delete from mail" + ofSpace);
    }
}
