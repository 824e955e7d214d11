package tako.platform.secret;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as Argon2id (RFC 9106) with the parameters written into each hash, so that they can grow. New hashes take 19 MiB,
 * two passes and one lane, the first choice of OWASP's password storage cheat sheet. Never call this inside a transaction: it
 * takes tens of milliseconds.
 */
public final class Passwords {
    private static final Argon2Cost COST = new Argon2Cost(19 * 1024, 2, 1);
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** Each computation holds its memory: a burst of sign-ins waits here instead of exhausting the heap. */
    private static final int AT_ONCE = 4;

    private final SecureRandom random;
    private final Semaphore permits = new Semaphore(AT_ONCE);
    private final Argon2Hash nobody;

    public Passwords(SecureRandom random) {
        this.random = random;
        this.nobody = new Argon2Hash(COST, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES));
    }

    /** A password's hash in the PHC string format: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. */
    public String hash(Secret password) {
        var salt = randomBytes(SALT_BYTES);
        return new Argon2Hash(COST, salt, compute(password, COST, salt, HASH_BYTES)).encoded();
    }

    /** Whether a password is the one of a hash; a hash that cannot be read fits none. */
    public boolean verify(Secret password, String encoded) {
        return Argon2Hash.parse(encoded).map(hash -> fits(password, hash)).orElse(false);
    }

    /** Takes as long as {@link #verify} when there is no such user, so that timing does not tell which names exist. */
    public void verifyNobody(Secret password) {
        fits(password, nobody);
    }

    /** Whether a hash was made with weaker parameters than today's; the next sign-in then stores a new one. */
    public boolean needsRehash(String encoded) {
        return Argon2Hash.parse(encoded).map(hash -> !hash.cost().equals(COST)).orElse(true);
    }

    private boolean fits(Secret password, Argon2Hash hash) {
        var computed = compute(password, hash.cost(), hash.salt(), hash.hash().length);
        return MessageDigest.isEqual(computed, hash.hash());
    }

    private byte[] compute(Secret password, Argon2Cost cost, byte[] salt, int bytes) {
        permits.acquireUninterruptibly();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.memoryKib())
                    .withIterations(cost.passes())
                    .withParallelism(cost.lanes())
                    .withSalt(salt)
                    .build());
            var hash = new byte[bytes];
            generator.generateBytes(password.bytes(), hash);
            return hash;
        } finally {
            permits.release();
        }
    }

    private byte[] randomBytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
