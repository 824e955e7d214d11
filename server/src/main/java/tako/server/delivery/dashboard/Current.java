package tako.server.delivery.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.platform.task.TaskState;
import tako.server.delivery.release.DeliveryTask;

/**
 * What stands in a place: ids of deployments, "" for none.
 *
 * @param latest the newest, whatever its state
 * @param latestSuccess the newest that succeeded
 * @param successBefore the newest that succeeded before that one
 */
public record Current(Place place, String latest, String latestSuccess, String successBefore) {
    /**
     * A place.
     *
     * @param owner the project
     * @param tenant "" for none
     * @param channel "" for all channels together
     */
    public record Place(String owner, String environment, String tenant, String channel) {}

    /** What stands everywhere, from every deployment there is: what the read model must be equal to. */
    public static Set<Current> of(List<DeliveryTask> deliveries) {
        Map<Place, List<DeliveryTask>> byPlace = deliveries.stream()
                .flatMap(one -> places(one).map(place -> Map.entry(place, one)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return byPlace.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .collect(Collectors.toSet());
    }

    private static Stream<Place> places(DeliveryTask one) {
        var delivery = one.delivery();
        return Stream.of("", delivery.channel())
                .map(channel -> new Place(delivery.project(), delivery.environment(), delivery.tenant(), channel));
    }

    private static Current of(Place place, List<DeliveryTask> here) {
        List<String> newest = here.stream()
                .sorted(Comparator.comparingLong(
                                (DeliveryTask one) -> one.delivery().number())
                        .reversed())
                .map(one -> one.delivery().deployment())
                .toList();
        List<String> succeeded = here.stream()
                .filter(one -> one.task().state() == TaskState.SUCCESS)
                .sorted(Comparator.comparingLong(
                                (DeliveryTask one) -> one.delivery().number())
                        .reversed())
                .map(one -> one.delivery().deployment())
                .toList();
        return new Current(place, newest.getFirst(), at(succeeded, 0), at(succeeded, 1));
    }

    private static String at(List<String> ids, int index) {
        return index < ids.size() ? ids.get(index) : "";
    }
}
