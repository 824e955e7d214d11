package tako.bench.template;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a text in a syntax in which only references differ. */
final class Sources {
    private Sources() {}

    static String of(List<Piece> text, Function<Piece.Reference, String> reference) {
        return text.stream()
                .map(piece -> switch (piece) {
                    case Piece.Text(String plain) -> plain;
                    case Piece.Reference found -> reference.apply(found);
                })
                .collect(Collectors.joining());
    }
}
