package tako.server.resource;

/** Who is told, after the commit, that a document changed. */
public interface ChangeNotices {
    /** @param kind item type: {@code Environment} */
    void changed(String kind, String space, String id);
}
