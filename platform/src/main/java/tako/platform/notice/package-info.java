/** Notices that something changed, for those who watch: kind, id and revision, never content. */
@NullMarked
package tako.platform.notice;

import org.jspecify.annotations.NullMarked;
