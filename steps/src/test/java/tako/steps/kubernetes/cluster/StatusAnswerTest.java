package tako.steps.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tako.steps.kubernetes.Objects;
import tako.steps.kubernetes.cluster.ClusterFailure.Reason;

/** What a person reads when an API server answers what a healthy one seldom does. Texts of the server as it writes them. */
class StatusAnswerTest {
    private static final Call CALL = Call.get("/x", "apply Deployment web");

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(
                        403,
                        "pods \"web\" is forbidden: exceeded quota: small, requested: pods=1, used: pods=2, limited: pods=2",
                        Reason.FORBIDDEN,
                        "A quota of the namespace does not allow to apply Deployment web: pods \"web\" is forbidden: exceeded quota: small, requested: pods=1, used: pods=2, limited: pods=2. Raise the quota, or ask for less."),
                Arguments.of(
                        403,
                        "deployments.apps \"web\" is forbidden: unable to create new content in namespace dev because it is being terminated",
                        Reason.FORBIDDEN,
                        "The namespace is being deleted, so the cluster does not apply Deployment web. Wait until it is gone, then deploy again."),
                Arguments.of(
                        403,
                        "admission webhook \"policy\" denied the request: no latest tags",
                        Reason.FORBIDDEN,
                        "The cluster forbids to apply Deployment web (403): admission webhook \"policy\" denied the request: no latest tags. Ask for what its rules allow, or have them changed."),
                Arguments.of(
                        404,
                        "deployments.apps \"web\" not found",
                        Reason.NOT_FOUND,
                        "The cluster did not apply Deployment web, because it does not exist there (404): deployments.apps \"web\" not found."),
                Arguments.of(
                        409,
                        "the object has been modified",
                        Reason.CONFLICT,
                        "The cluster did not apply Deployment web, because of another change at the same time: the object has been modified. Deploy again."),
                Arguments.of(
                        410,
                        "too old resource version: 1 (9)",
                        Reason.GONE,
                        "The cluster no longer holds the history that was asked for (410)."),
                Arguments.of(
                        422,
                        "field is immutable",
                        Reason.IMMUTABLE,
                        "The cluster did not accept the request to apply Deployment web: field is immutable. What cannot be changed needs a new object: delete the old one, or choose another name."),
                Arguments.of(
                        500,
                        "failed to create typed patch object (dev/web; apps/v1, Kind=Deployment): .spec.replcas: field not declared in schema",
                        Reason.INVALID,
                        "The cluster did not accept the request to apply Deployment web: it knows no field spec.replcas. Correct the field's name, or remove it."),
                Arguments.of(
                        500,
                        "etcdserver: request timed out",
                        Reason.BUSY,
                        "The cluster at https://k failed to apply Deployment web (500): etcdserver: request timed out. Look into its API server's log."),
                Arguments.of(
                        503,
                        "apiserver is shutting down",
                        Reason.BUSY,
                        "The cluster at https://k cannot answer just now (503: apiserver is shutting down). Check that its API server is well, then deploy again."));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void a_status_becomes_a_sentence(int code, String message, Reason reason, String sentence) {
        var status = Objects.object("{kind: Status}").put("message", message);
        var thrown = new StatusAnswer(code, status, 0).exception("https://k", CALL);

        assertThat(thrown).hasMessage(sentence);
        assertThat(thrown.reason()).isEqualTo(reason);
        assertThat(thrown.managers()).isEmpty();
    }

    @Test
    void a_conflict_names_the_managers_and_what_they_own() {
        var status = Objects.object("""
                kind: Status
                details:
                  causes:
                    - {reason: FieldManagerConflict, field: .spec.replicas, message: 'conflict with "kubectl" with subresource "scale" using apps/v1'}
                    - {reason: FieldManagerConflict, field: .data.a, message: 'conflict with "helm" using v1'}
                """);
        var thrown = new StatusAnswer(409, status, 0).exception("https://k", CALL);

        assertThat(thrown.managers()).containsExactlyInAnyOrder("kubectl", "helm");
        assertThat(thrown)
                .hasMessage(
                        "The cluster did not apply Deployment web, because others own what it would change: .spec.replicas (kubectl), .data.a (helm). Let the step force conflicts, or leave these fields out of it.");
    }

    @Test
    void an_answer_that_is_no_status_is_told_as_no_api_server() {
        var page = "<html>It works!</html>";
        assertThat(StatusAnswer.of(404, page, 0).exception("https://k", CALL))
                .hasMessage(
                        "What answers at https://k is no Kubernetes API server (404). Check the cluster's address, without a path behind it.");
        assertThat(StatusAnswer.of(502, page, 0).exception("https://k", CALL))
                .hasMessage(
                        "The cluster at https://k cannot answer just now (502). Check that its API server is well, then deploy again.");
    }

    @Test
    void a_server_is_not_waited_for_longer_than_makes_sense() {
        assertThat(StatusAnswer.of(429, "", 5).exception("https://k", CALL).patience())
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(StatusAnswer.of(429, "", 3600).exception("https://k", CALL).patience())
                .isEqualTo(Duration.ofSeconds(20));
    }
}
