/** The server's own documents: root, links, status, nodes, and what it is known by. */
@NullMarked
package tako.server.settings.server;

import org.jspecify.annotations.NullMarked;
