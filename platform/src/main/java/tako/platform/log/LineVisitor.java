package tako.platform.log;

/** Takes lines one after the other. */
interface LineVisitor {
    /** Whether it wants the next one. */
    boolean visit(LogLine line);
}
