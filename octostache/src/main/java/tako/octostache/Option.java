package tako.octostache;

/** What a filter is told besides its argument. */
sealed interface Option permits Token, Literal {}
