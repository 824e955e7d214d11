package tako.bench.writes;

/** Where to commit, so that on average so many documents share a commit: an average of 7.5 makes groups of 7 and 8. */
record CommitGroups(double average) {
    CommitGroups {
        if (average < 1) {
            throw new IllegalArgumentException("A commit holds at least one document");
        }
    }

    /** Whether to commit after the document with this number, from 0. */
    boolean endsAfter(int number) {
        return (long) ((number + 1) / average) > (long) (number / average);
    }
}
