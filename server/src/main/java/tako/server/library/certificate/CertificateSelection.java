package tako.server.library.certificate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tako.server.resource.ListQuery;
import tako.server.resource.Slice;
import tako.server.resource.Stored;

/**
 * What a list of certificates shows beside the usual filters: those that are put away only if asked for (by {@code archived} or
 * by their ids), a text looked for in what people know certificates by, and one that comes first.
 *
 * @param rows what the rows are asked
 * @param search "" for everything
 * @param first an id; "" for none
 */
record CertificateSelection(ListQuery rows, String search, String first) {
    static CertificateSelection of(ListQuery query) {
        boolean everything = query.scopes().getOrDefault(CertificateKind.ARCHIVED, List.of()).stream()
                        .anyMatch("true"::equalsIgnoreCase)
                || !query.ids().isEmpty();
        ListQuery rows = query.withScope(CertificateKind.ARCHIVED, everything ? List.of() : List.of("false"))
                .withScope(CertificateKind.SEARCH, List.of())
                .withScope(CertificateKind.FIRST_RESULT, List.of());
        return new CertificateSelection(
                rows, text(query.scopes(), CertificateKind.SEARCH), text(query.scopes(), CertificateKind.FIRST_RESULT));
    }

    /** Whether the rows cannot tell: every certificate is looked at then. */
    boolean looksInside() {
        return !search.isEmpty() || !first.isEmpty();
    }

    /** Everything that the rows can tell, for {@link #page}. */
    ListQuery unpaged() {
        return new ListQuery(rows.ids(), rows.partialName(), rows.owner(), rows.scopes(), 0, Integer.MAX_VALUE);
    }

    /** The page of what the rows told. */
    Slice<Stored<Certificate>> page(List<Stored<Certificate>> all) {
        List<Stored<Certificate>> found = all.stream()
                .filter(certificate -> matches(certificate.value()))
                .sorted(Comparator.comparing(certificate -> !certificate.id().equalsIgnoreCase(first)))
                .toList();
        return new Slice<>(found.stream().skip(rows.skip()).limit(rows.take()).toList(), found.size());
    }

    private boolean matches(Certificate certificate) {
        String wanted = search.toLowerCase(Locale.ROOT);
        return Stream.of(
                        certificate.name(),
                        certificate.notes(),
                        certificate.thumbprint(),
                        certificate.subjectDistinguishedName(),
                        certificate.issuerDistinguishedName(),
                        String.join(" ", certificate.subjectAlternativeNames()))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static String text(Map<String, List<String>> scopes, String name) {
        return String.join(",", scopes.getOrDefault(name, List.of()));
    }
}
