package tako.steps.kubernetes.cluster;

import tools.jackson.databind.node.ObjectNode;

/** What a watch reports. */
public sealed interface WatchSignal {
    /** The cluster answers; events may follow. */
    record Opened() implements WatchSignal {}

    /** An object came or changed. */
    record Changed(ObjectNode object) implements WatchSignal {}

    /** An object is gone. */
    record Deleted(ObjectNode object) implements WatchSignal {}

    /** The history was followed up to this version. */
    record Bookmark(String resourceVersion) implements WatchSignal {}

    /** The server ended the watch as asked. */
    record Ended() implements WatchSignal {}

    /** The watch broke. */
    record Broken(ClusterException failure) implements WatchSignal {}
}
