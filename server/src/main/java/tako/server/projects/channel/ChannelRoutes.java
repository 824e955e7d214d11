package tako.server.projects.channel;

import java.util.List;
import java.util.stream.Stream;
import tako.platform.http.Route;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.DocumentService;

/** Channels over HTTP: all of a space, and those of a project. */
public final class ChannelRoutes {
    private final Channels channels;
    private final DocumentService<?> projects;

    public ChannelRoutes(Channels channels, DocumentService<?> projects) {
        this.channels = channels;
        this.projects = projects;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        var owned = new DocumentRoutes.Owned(projects, "ProjectId");
        return Stream.of(
                        DocumentRoutes.of(channels).all(),
                        DocumentRoutes.under(owned, channels).all())
                .flatMap(List::stream)
                .toList();
    }
}
