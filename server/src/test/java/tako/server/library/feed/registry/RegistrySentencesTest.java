package tako.server.library.feed.registry;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tako.server.library.feed.registry.RegistryTrouble.Circle;
import tako.server.library.feed.registry.RegistryTrouble.ClosedCatalogue;
import tako.server.library.feed.registry.RegistryTrouble.Faulty;
import tako.server.library.feed.registry.RegistryTrouble.Forbidden;
import tako.server.library.feed.registry.RegistryTrouble.HungUp;
import tako.server.library.feed.registry.RegistryTrouble.NoName;
import tako.server.library.feed.registry.RegistryTrouble.NoTls;
import tako.server.library.feed.registry.RegistryTrouble.NotARegistry;
import tako.server.library.feed.registry.RegistryTrouble.NotFound;
import tako.server.library.feed.registry.RegistryTrouble.NotTrusted;
import tako.server.library.feed.registry.RegistryTrouble.OtherHostsCertificate;
import tako.server.library.feed.registry.RegistryTrouble.Refused;
import tako.server.library.feed.registry.RegistryTrouble.SentElsewhere;
import tako.server.library.feed.registry.RegistryTrouble.Throttled;
import tako.server.library.feed.registry.RegistryTrouble.TimedOut;
import tako.server.library.feed.registry.RegistryTrouble.TooMuch;
import tako.server.library.feed.registry.RegistryTrouble.Unauthorized;
import tako.server.library.feed.registry.RegistryTrouble.UnknownHost;
import tako.server.library.feed.registry.RegistryTrouble.Unreachable;

/** What people read when a registry does not answer. */
class RegistrySentencesTest {
    private static final List<RegistryTrouble> ALL = List.of(
            new Refused(),
            new UnknownHost(),
            new Unreachable(Duration.ofSeconds(5)),
            new NotTrusted(),
            new OtherHostsCertificate(),
            new NoTls(),
            new TimedOut(Duration.ofMillis(1500)),
            new HungUp(),
            new Unauthorized(true),
            new Unauthorized(false),
            new Forbidden(true),
            new Forbidden(false),
            new NotFound(),
            new Throttled(Optional.empty()),
            new Throttled(Optional.of(Duration.ofSeconds(90))),
            new Throttled(Optional.of(Duration.ofHours(1))),
            new Faulty(502),
            new NotARegistry("its answer is not JSON"),
            new TooMuch("4 MiB in one answer"),
            new SentElsewhere("its next page", "https://other.example.org"),
            new Circle(),
            new ClosedCatalogue(),
            new NoName("Team/Web:1"));

    @Test
    void sayWhatAndWhyAndWhatNext() throws IOException {
        String said = ALL.stream()
                .map(trouble ->
                        RegistrySentences.of("registry.example.org:5000", new Question.Tags("team/web"), trouble))
                .collect(joining("\n", "", "\n"));

        assertThat(said).isEqualTo(golden());
    }

    @Test
    void everyTroubleIsAmongThem() {
        assertThat(ALL.stream().map(Object::getClass).distinct().map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(Stream.of(RegistryTrouble.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Test
    void theQuestionIsSaidFirst() {
        assertThat(RegistrySentences.of("r.example.org", new Question.Probe(), new NotFound()))
                .startsWith("r.example.org has no registry there (404).");
        assertThat(RegistrySentences.of("r.example.org", new Question.Catalogue(), new NotFound()))
                .startsWith("The repositories could not be listed. r.example.org has no registry there (404).");
    }

    private static String golden() throws IOException {
        try (InputStream file = RegistrySentencesTest.class.getResourceAsStream("registry-sentences.txt")) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
