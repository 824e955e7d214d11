package tako.steps.kubernetes.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether kubectl is found as a shell finds it. */
class KubectlProgramTest {
    @TempDir
    private Path folder;

    @Test
    void it_is_there_when_a_folder_of_the_path_holds_an_executable_of_that_name() throws IOException {
        Path program = Files.createFile(folder.resolve("kubectl"));

        assertThat(new KubectlProgram("/nowhere:" + folder).isThere()).isFalse();
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(new KubectlProgram("/nowhere:" + folder).isThere()).isTrue();
    }

    @Test
    void without_a_path_nothing_is_there() {
        assertThat(new KubectlProgram("").isThere()).isFalse();
    }
}
