package tako.octostache.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriPartFilterTest {
    private static final String ADDRESS = "https://user:p%40ss@Example.COM:8443/a%20b/c d?x=1&y=é#frag é";

    @ParameterizedTest
    @CsvSource({
        "AbsolutePath, /a%20b/c%20d",
        "AbsoluteUri, https://user:p%40ss@example.com:8443/a%20b/c%20d?x=1&y=%C3%A9#frag%20%C3%A9",
        "Path, /a b/c d",
        "PATHANDQUERY, /a%20b/c%20d?x=1&y=%C3%A9",
        "HostAndPort, example.com:8443",
        "UserInfo, user:p%40ss",
        "Fragment, #frag%20%C3%A9"
    })
    void a_part_is_in_the_encoded_form_but_for_the_path(String part, String value) {
        assertThat(Applied.to(ADDRESS, "uripart", part)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({
        "http://h, Port, 80",
        "http://h, HostAndPort, h:80",
        "http://h:80, Authority, h",
        "foo://h/x, Port, -1",
        "foo://h/x, HostAndPort, h",
        "http://h/a/./b/../c/.., AbsolutePath, /a/",
        "http://h/../../a, AbsolutePath, /a",
        "http://h/%zz, AbsolutePath, /%25zz",
        "http://h/%FF, Path, /%FF",
        "http:\\\\h\\a, AbsoluteUri, http://h/a",
        "file:///etc/x, HostNameType, Basic",
        "file:///etc/x, AbsoluteUri, file:///etc/x",
        "file://server/share, IsUnc, true",
        "urn:a:b, AbsoluteUri, urn:a:b",
        "http://[::1]:80/, DnsSafeHost, ::1",
        "http://1.2.3.4/, HostNameType, IPv4",
        "http://127.9.9.9/, IsLoopback, true",
        "http:h, IsAbsoluteUri, false",
        "docs/a, IsAbsoluteUri, false",
        "/docs, IsAbsoluteUri, false",
        "'', IsAbsoluteUri, false"
    })
    void schemes_differ_in_what_they_need(String address, String part, String value) {
        assertThat(Applied.to(address, "uripart", part)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"http://", "http://a b/", "http://h:99999/", "http://h:99999999999/", "http://h:x/"})
    void what_is_no_address_at_all_stays_as_it_is(String text) {
        assertThat(Applied.to(text, "uripart", "Host")).contains(text);
    }

    @Test
    void what_is_wrong_is_said_in_the_result() {
        assertThat(Applied.to(ADDRESS, "uripart")).contains("[UriPart error: no argument given]");
        assertThat(Applied.to(ADDRESS, "uripart", "Hosts"))
                .contains("[UriPart Hosts error: argument 'Hosts' not supported]");
        assertThat(Applied.to("docs/a", "uripart", "host"))
                .contains("[UriPart host error: This operation is not supported for a relative URI.]");
    }
}
