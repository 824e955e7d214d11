package tako.server.projects.process;

/** What a step or action is known by: its id and slug for machines, its name for people. */
record Identity(String id, String name, String slug) {}
