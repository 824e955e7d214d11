package tako.structured;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    Octopus,           true,  true
                    octopusServer:Url, true,  true
                    Octopus.Step.Name, true,  true
                    Octopus:Server,    true,  false
                    OCTOPUS:,          true,  false
                    MyOctopus,         false, false
                    """)
    void names_that_begin_as_the_systems_own_are_reserved(String name, boolean reserved, boolean reservedPath) {
        assertThat(Names.isReserved(name)).isEqualTo(reserved);
        assertThat(Names.isReservedPath(name)).isEqualTo(reservedPath);
    }
}
