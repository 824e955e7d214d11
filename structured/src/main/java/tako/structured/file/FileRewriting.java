package tako.structured.file;

import java.util.List;

/** What became of a configuration file. */
public sealed interface FileRewriting {

    /** The formats that the file was tried as in vain, in order. */
    List<Misfit> misfits();

    /**
     * It was rewritten, which may change its layout even if no variable found a place.
     *
     * @param file the new content and every warning
     * @param format what the file turned out to be
     * @param used the names of the variables that found a place
     */
    record Done(WrittenFile file, ConfigurationFormat format, List<String> used, List<Misfit> misfits)
            implements FileRewriting {
        public Done {
            used = List.copyOf(used);
            misfits = List.copyOf(misfits);
        }
    }

    /** It is of none of the formats; it stays as it is. */
    record Failed(List<Misfit> misfits) implements FileRewriting {
        public Failed {
            misfits = List.copyOf(misfits);
        }
    }
}
