package tako.platform.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.platform.database.Tx;
import tako.platform.database.View;

/**
 * The rows of the queue, grouped by the words for what is done to them. A store finds, holds and changes; what is to become of a task is
 * decided above it. All of it happens in the caller's transaction, and every change of a state is a compare-and-set.
 */
record TaskStore(Rows rows, Wishes wishes, Chores chores, Line line, Locks locks, Claims claims, Leases leases) {

    /** Tasks as such: queued, found, held, moved. */
    interface Rows {
        /** Queues a task and what it needs no lock for; answers its id, {@code ServerTasks-n}. */
        String insert(Tx tx, NewTask task, long now);

        Optional<TaskRow> find(View view, String id);

        List<TaskRow> find(View view, Collection<String> ids);

        /** Holds these rows until the transaction ends, in the order in which they were queued. */
        List<HeldRow> hold(Tx tx, Collection<String> ids);

        /** Makes the steps on rows that this transaction holds. */
        void move(Tx tx, List<Step> steps);
    }

    /** What people and other tasks ask of a task; each says whether the task was in a state for it. */
    interface Wishes {
        boolean cancel(Tx tx, TaskRow task, long now, long deadline);

        boolean changeEnd(Tx tx, TaskRow task, TaskState to, String reason);

        /** Remembers a wake-up that came while the task still ran. */
        boolean rememberWake(Tx tx, String id);

        boolean prioritize(Tx tx, String id);

        boolean reschedule(Tx tx, String id, Instant runAfter, Optional<Instant> expiresAt);
    }

    /** Tasks that come again. */
    interface Chores {
        /** Queues the first, unless there is one. */
        void insert(Tx tx, RecurringChore chore, long now);

        /** Queues the next of one that has ended. */
        void repeat(Tx tx, String ended, long now);

        /** Gives the one that has not ended another interval; whether there is one. */
        boolean retime(Tx tx, RecurringChore chore);

        /** Removes those that have succeeded. */
        void sweep(Tx tx, RecurringChore chore);
    }

    /** The line of queued tasks, and those whose time has come. */
    interface Line {
        /** How many queued tasks are claimed before this one, if nothing blocks them. */
        long ahead(View view, String id);

        /** The tasks that share a needed lock with a queued one and go first: its holders, then those queued before it. */
        List<TaskRow> before(View view, String id, int limit);

        /** Parked tasks that wake by now, the oldest first. */
        List<String> toWake(View view, long now, int most);

        /** Queued tasks that were never started and expire by now, the oldest first. */
        List<String> expired(View view, long now, int most);
    }

    /** Which locks a task takes when it is claimed, and who holds a lock. */
    interface Locks {
        void need(Tx tx, String task, Collection<String> names);

        /** What each of these tasks needs; tasks that need nothing are absent. */
        Map<String, List<String>> needs(View view, Collection<String> tasks);

        /** By name; those that nobody holds are absent. */
        List<LockHolder> holders(View view, Collection<String> names);

        /**
         * Takes each of these locks for the task about to be claimed that wants it, in the order of their names.
         *
         * @return the ids of tasks that came too late for one
         */
        Set<String> take(Tx tx, Map<String, TaskRow> wanted);

        /** Locks that a task kept while it did not run belong to its new epoch. */
        void renew(Tx tx, Collection<String> tasks);

        /** Takes a lock for a part of a running task; true if that part holds it now. */
        boolean take(Tx tx, TaskRow task, String item, String name);

        void release(Tx tx, TaskRow task, String item, String name);

        /** Releases all that these tasks and their parts hold; whether there was anything. */
        boolean release(Tx tx, Collection<String> tasks);

        /** Forgets what these tasks, which have ended, needed. */
        void forget(Tx tx, Collection<String> tasks);
    }

    /** The claim. */
    interface Claims {
        /**
         * Due tasks none of whose locks another holds, as many as asked for, the first in the line first; no other claim gets them until
         * the transaction ends.
         *
         * @param readable formats by kind
         */
        List<TaskRow> candidates(Tx tx, Map<String, Set<Integer>> readable, int limit, long now);

        /** Makes candidates this node's own, under a new epoch. */
        void own(Tx tx, Collection<String> ids, String node, long now);
    }

    /** The bond between a running task and its node. */
    interface Leases {
        /**
         * Holds the row of a running task until the transaction ends, so that nobody can take the task over meanwhile.
         *
         * @return whether this epoch still owns it
         */
        boolean fence(Tx tx, Fence fence);

        /** Raises the beat of those that still own their task; answers the others. */
        List<Fence> beat(Tx tx, List<Fence> owned);

        /** All tasks that run, on any node. */
        List<Running> running(View view);
    }
}
