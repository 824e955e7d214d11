/** Certificates: read from the files that people upload, kept as secrets, watched until they expire. */
@NullMarked
package tako.server.library.certificate;

import org.jspecify.annotations.NullMarked;
