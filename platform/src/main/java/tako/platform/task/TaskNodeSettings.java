package tako.platform.task;

/**
 * How a node runs tasks.
 *
 * @param name of this node, shown to people; nodes of one database have different names
 * @param workSlots how many tasks of {@link TaskHandler.Slot#WORK} run at once; 0 for a node that only serves pages
 * @param choreSlots how many of {@link TaskHandler.Slot#CHORE} run at once, besides
 */
public record TaskNodeSettings(String name, int workSlots, int choreSlots, TaskTimings timings) {
    public TaskNodeSettings {
        if (name.isBlank() || workSlots < 0 || choreSlots < 0) {
            throw new IllegalArgumentException("A node needs a name, and slots cannot be negative");
        }
    }

    /** The product's settings but for the name: five work slots, three for chores. */
    public static TaskNodeSettings standard(String name) {
        return new TaskNodeSettings(name, 5, 3, TaskTimings.standard());
    }

    int slots(TaskHandler.Slot slot) {
        return switch (slot) {
            case WORK -> workSlots;
            case CHORE -> choreSlots;
        };
    }
}
