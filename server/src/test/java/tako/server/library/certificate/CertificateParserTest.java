package tako.server.library.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.server.library.certificate.TestCertificates.file;
import static tako.server.library.certificate.TestCertificates.keys;
import static tako.server.library.certificate.TestCertificates.selfSigned;
import static tako.server.library.certificate.TestCertificates.signedBy;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tako.platform.secret.Secret;
import tako.server.library.certificate.TestCertificates.Made;

/** What files say, and why some are refused. */
class CertificateParserTest {
    private static final Secret NONE = Secret.of("");
    private static final Secret PASSWORD = Secret.of("open sesame");
    private static final Made ROOT = selfSigned("CN=Root,O=Example");
    private static final Made LEAF = signedBy(ROOT, "C=NL,O=Example,CN=web");

    private final CertificateExport export = new CertificateExport(new SecureRandom());

    @Test
    void aPfxThatOpenSsl3MadeWithAnEmptyPasswordOpensWithoutOne() throws IOException {
        CertificateFacts facts = facts(resource("openssl3-empty-password.pfx"), NONE);

        assertThat(facts.certificateDataFormat()).isEqualTo(CertificateFormat.PKCS12);
        assertThat(facts.subjectDistinguishedName()).isEqualTo("CN=minikube-user, O=system:masters");
        assertThat(facts.hasPrivateKey()).isTrue();
        assertThat(facts.certificateChain())
                .extracting(CertificateFacts.ChainCertificate::subjectDistinguishedName)
                .containsExactly("CN=Test CA");
    }

    @Test
    void aPfxInTheOldAlgorithmsIsTheSame() throws IOException {
        byte[] old = resource("openssl-legacy-rc2.pfx");

        assertThat(facts(old, Secret.of("changeit")).thumbprint())
                .isEqualTo(facts(resource("openssl3-empty-password.pfx"), NONE).thumbprint());
        assertThat(sentence(old, NONE)).startsWith("Password: the PFX file needs the password");
        assertThat(sentence(old, PASSWORD)).startsWith("Password: it does not open the PFX file.");
    }

    @Test
    void everyFactOfACertificateIsTold() {
        CertificateFacts facts = facts(file(LEAF.pem() + ROOT.pem()), NONE);

        assertThat(facts)
                .usingRecursiveComparison()
                .ignoringFields("thumbprint", "certificateChain")
                .isEqualTo(new CertificateFacts(
                        CertificateFormat.PEM,
                        "CN=web, O=Example, C=NL",
                        "web",
                        "Example",
                        "O=Example, CN=Root",
                        "Root",
                        "Example",
                        false,
                        "",
                        TestCertificates.END,
                        TestCertificates.BEGIN,
                        false,
                        3,
                        "00C0FFEE",
                        "SHA256withECDSA",
                        List.of("www.example.org", "127.0.0.1"),
                        List.of()));
        assertThat(facts.thumbprint()).matches("[0-9A-F]{40}");
        assertThat(facts.certificateChain())
                .singleElement()
                .satisfies(issuer -> assertThat(issuer.thumbprint())
                        .isEqualTo(facts(X509.der(ROOT.certificate()), NONE).thumbprint()));
    }

    @Test
    void aCertificateThatSignedItselfSaysSo() {
        CertificateFacts facts = facts(X509.der(ROOT.certificate()), NONE);

        assertThat(facts.selfSigned()).isTrue();
        assertThat(facts.certificateDataFormat()).isEqualTo(CertificateFormat.DER);
        assertThat(facts.hasPrivateKey()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "Ed25519", "Ed448"})
    void keysOfEveryUsualKindBelongToTheirCertificates(String algorithm) {
        Made made = signedBy(ROOT, "CN=web", keys(algorithm));
        Made other = signedBy(ROOT, "CN=web", keys(algorithm));

        assertThat(facts(file(made.pem() + made.keyPem()), NONE).hasPrivateKey())
                .isTrue();
        assertThat(sentence(file(made.pem() + other.keyPem()), NONE)).contains("belongs to none of its certificates");
        assertThat(sentence(file(made.pem() + LEAF.keyPem()), NONE)).contains("belongs to none of its certificates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void keysInTheOlderPemFormsAreRead(String algorithm) throws IOException {
        Made made = algorithm.equals("EC") ? LEAF : signedBy(ROOT, "CN=web", keys(algorithm));
        String plain = traditional(made, Optional.empty());
        String locked = traditional(made, Optional.of("AES-256-CBC"));

        assertThat(plain).contains("-----BEGIN " + algorithm + " PRIVATE KEY-----");
        assertThat(facts(file(made.pem() + plain), NONE).hasPrivateKey()).isTrue();
        assertThat(facts(file(locked + made.pem()), PASSWORD).hasPrivateKey()).isTrue();
        assertThat(sentence(file(locked + made.pem()), NONE)).startsWith("Password: the private key in the PEM file");
        assertThat(sentence(file(locked + made.pem()), Secret.of("wrong"))).startsWith("Password: it does not open");
    }

    @Test
    void aKeyThatDoesNotNameItsCurveIsRefused() throws IOException {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(
                    new PemObject("EC PRIVATE KEY", new ECPrivateKey(256, BigInteger.valueOf(7)).getEncoded()));
        }

        assertThat(sentence(file(LEAF.pem() + text), NONE)).contains("does not name its elliptic curve");
    }

    @Test
    void anEncryptedKeyNeedsItsPassword() {
        byte[] file = export.pem(
                new CertificateFile(CertificateFormat.PEM, LEAF.certificate(), List.of(), Optional.of(LEAF.key())),
                CertificateExport.PemOptions.PRIMARY_ONLY,
                true,
                PASSWORD);

        assertThat(facts(file, PASSWORD).hasPrivateKey()).isTrue();
        assertThat(sentence(file, NONE)).startsWith("Password: the private key in the PEM file is encrypted.");
        assertThat(sentence(file, Secret.of("wrong"))).startsWith("Password: it does not open the private key");
    }

    @Test
    void theLeafIsWhoseKeyItIsAndTheChainGoesFromIssuerToIssuer() {
        Made middle = signedBy(ROOT, "CN=Middle");
        Made web = signedBy(middle, "CN=web");
        String shuffled = ROOT.pem() + middle.pem() + web.pem() + middle.pem() + web.keyPem();

        CertificateFacts facts = facts(file(shuffled), NONE);

        assertThat(facts.subjectCommonName()).isEqualTo("web");
        assertThat(facts.certificateChain())
                .extracting(CertificateFacts.ChainCertificate::subjectDistinguishedName)
                .containsExactly("CN=Middle", "O=Example, CN=Root");
    }

    @Test
    void withoutAKeyTheFirstCertificateIsMeant() {
        assertThat(facts(file("some words before\n" + ROOT.pem() + LEAF.pem()), NONE)
                        .subjectCommonName())
                .isEqualTo("Root");
    }

    @Test
    void whatIsWrittenAsPfxIsReadAgain() {
        var whole = new CertificateFile(
                CertificateFormat.PEM, LEAF.certificate(), List.of(ROOT.certificate()), Optional.of(LEAF.key()));

        assertThat(facts(export.pkcs12(whole, NONE, true), NONE).hasPrivateKey())
                .isTrue();
        assertThat(facts(export.pkcs12(whole, PASSWORD, true), PASSWORD).certificateChain())
                .hasSize(1);
        assertThat(facts(export.pkcs12(whole, PASSWORD, false), PASSWORD).hasPrivateKey())
                .isFalse();
        assertThat(sentence(export.pkcs12(whole, PASSWORD, true), NONE)).startsWith("Password: ");
    }

    @Test
    void filesWithoutWhatIsNeededSayWhatIsMissing() {
        assertThat(sentence(new byte[0], NONE)).contains("the file is empty");
        assertThat(sentence(file("hello"), NONE)).contains("these 5 bytes are no certificate");
        assertThat(sentence(file(LEAF.keyPem()), NONE)).contains("a private key, but no certificate");
        assertThat(sentence(file("-----BEGIN CERTIFICATE REQUEST-----\n-----END CERTIFICATE REQUEST-----\n"), NONE))
                .startsWith("CertificateData: ");
        assertThat(sentence(file(LEAF.pem() + LEAF.keyPem() + ROOT.keyPem()), NONE))
                .contains("more than one private key");
        assertThat(sentence(new byte[] {0x30, 0x0b, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48}, NONE))
                .contains("PKCS#7");
    }

    @Test
    void filesThatAreTooLargeAreRefusedBeforeTheyAreRead() {
        assertThat(sentence(new byte[CertificateParser.MOST_BYTES + 1], NONE)).contains("262145 bytes");
        String many = IntStream.rangeClosed(0, CertificateParser.MOST_CERTIFICATES)
                .mapToObj(number -> selfSigned("CN=" + number).pem())
                .collect(Collectors.joining());
        assertThat(sentence(file(many), NONE)).contains("more than 50 certificates");
    }

    @Test
    void workWithoutBoundIsRefused() throws IOException, OperatorCreationException {
        var costly =
                new PKCS8EncryptedPrivateKeyInfoBuilder(LEAF.key()).build(encryption(KeyDerivation.MOST_ROUNDS + 1));

        assertThat(sentence(file(LEAF.pem() + Pem.encrypted(costly.getEncoded())), Secret.of("x")))
                .contains("more work than is allowed");
    }

    @Test
    void theWorkOfAllPartsTogetherIsBounded() throws Exception {
        assertThat(facts(pfx(2, 200_000), Secret.of("x")).hasPrivateKey()).isFalse();
        assertThat(sentence(pfx(3, 200_001), Secret.of("x"))).contains("more work than is allowed");
        assertThat(facts(pfx(KeyDerivation.MOST_PARTS, 10), Secret.of("x")).hasPrivateKey())
                .isFalse();
        assertThat(sentence(pfx(KeyDerivation.MOST_PARTS + 1, 10), Secret.of("x")))
                .contains("more than 8 encrypted parts");
    }

    /** A PFX file whose encrypted parts hold the same certificate each. */
    private static byte[] pfx(int parts, int rounds) throws Exception {
        var builder = new PKCS12PfxPduBuilder();
        for (int part = 0; part < parts; part++) {
            builder.addEncryptedData(encryption(rounds), new JcaPKCS12SafeBagBuilder(LEAF.certificate()).build());
        }
        return builder.build(
                        new JcePKCS12MacCalculatorBuilder().setProvider(KeyDerivation.ALGORITHMS), "x".toCharArray())
                .getEncoded();
    }

    private static OutputEncryptor encryption(int rounds) throws OperatorCreationException {
        return new JcePKCSPBEOutputEncryptorBuilder(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC)
                .setProvider(KeyDerivation.ALGORITHMS)
                .setIterationCount(rounds)
                .build("x".toCharArray());
    }

    @Test
    void everyCutOffFileIsRefusedInOneSentence() throws IOException {
        for (byte[] whole :
                List.of(resource("openssl3-empty-password.pfx"), X509.der(LEAF.certificate()), file(LEAF.pem()))) {
            for (int length = 0; length < whole.length - 2; length++) {
                assertThat(sentence(Arrays.copyOf(whole, length), NONE))
                        .matches("(CertificateData|Password): [^\\n]+\\.");
            }
        }
    }

    @Test
    void damagedFilesAreReadOrRefusedButNeverThrow() throws IOException {
        byte[] whole = resource("openssl3-empty-password.pfx");
        for (int place = 0; place < whole.length; place++) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 0x55;
            assertThat(CertificateParser.parse(damaged, NONE)).isNotNull();
        }
    }

    @Test
    void aFileThatNestsWithoutEndIsRefused() {
        byte[] nested = new byte[CertificateParser.MOST_BYTES];
        Arrays.fill(nested, (byte) 0x80);
        for (int place = 0; place < nested.length; place += 2) {
            nested[place] = 0x30;
        }
        byte[] pfx = nested.clone();
        System.arraycopy(new byte[] {0x30, (byte) 0x80, 0x02, 0x01, 0x03}, 0, pfx, 0, 5);
        pfx[5] = 0x30;

        assertThat(sentence(nested, NONE)).startsWith("CertificateData: ");
        assertThat(sentence(pfx, NONE)).startsWith("CertificateData: ");
        assertThat(sentence(
                        file("-----BEGIN CERTIFICATE-----\n"
                                + Base64.getMimeEncoder().encodeToString(Arrays.copyOf(nested, 150_000))
                                + "\n-----END CERTIFICATE-----\n"),
                        NONE))
                .startsWith("CertificateData: ");
    }

    private static String traditional(Made made, Optional<String> encryption) throws IOException {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(
                    encryption.isEmpty()
                            ? new JcaMiscPEMGenerator(made.keys().getPrivate())
                            : new JcaMiscPEMGenerator(
                                    made.keys().getPrivate(),
                                    new JcePEMEncryptorBuilder(encryption.get())
                                            .setProvider(KeyDerivation.ALGORITHMS)
                                            .build(PASSWORD.reveal().toCharArray())));
        }
        return text.toString();
    }

    private static CertificateFacts facts(byte[] file, Secret password) {
        return switch (CertificateParser.parse(file, password)) {
            case CertificateReading.Read(CertificateFile read) -> CertificateFacts.of(read);
            case CertificateReading.Refused(String sentence) -> throw new AssertionError(sentence);
        };
    }

    private static String sentence(byte[] file, Secret password) {
        return switch (CertificateParser.parse(file, password)) {
            case CertificateReading.Read(CertificateFile read) -> throw new AssertionError("read: " + read);
            case CertificateReading.Refused(String sentence) -> sentence;
        };
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(CertificateParserTest.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        }
    }
}
