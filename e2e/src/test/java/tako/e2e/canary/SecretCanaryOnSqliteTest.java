package tako.e2e.canary;

import java.util.Map;

/** Database and logs are files of the home. */
class SecretCanaryOnSqliteTest extends SecretCanaryContract {
    @Override
    Map<String, String> database() {
        return Map.of();
    }

    @Override
    Map<String, String> keptElsewhere() {
        return Map.of();
    }

    @Override
    String store() {
        return "file";
    }
}
