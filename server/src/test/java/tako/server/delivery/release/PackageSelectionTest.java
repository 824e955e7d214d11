package tako.server.delivery.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tako.server.projects.process.PackageSlot;

class PackageSelectionTest {
    private static final PackageSlot WEB = slot("Deploy web", "", "example.org/web", Optional.empty());
    private static final PackageSlot SIDECAR = slot("Deploy web", "sidecar", "proxy", Optional.empty());
    private static final PackageSlot JAR = slot("Migrate", "", "org.example:migrations", Optional.empty());
    private static final List<PackageSlot> ALL = List.of(WEB, SIDECAR, JAR);

    @Test
    void aStepsVersionIsThatOfEachOfItsPackages() {
        assertThat(versions("Deploy web:1.0")).containsExactly("1.0", "1.0", "-");
    }

    @Test
    void aPackageMayBeNamedByItsIdEvenWhenTheIdHoldsSeparators() {
        assertThat(versions("example.org/web:1.0", "org.example:migrations:2.0"))
                .containsExactly("1.0", "-", "2.0");
    }

    @Test
    void aReferenceIsNamedByItsStepAndItsName() {
        assertThat(versions("Deploy web:sidecar:3.0")).containsExactly("-", "3.0", "-");
    }

    @Test
    void namesAreComparedWithoutRegardToCase() {
        assertThat(versions("DEPLOY WEB:SideCar:3.0")).containsExactly("-", "3.0", "-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*:9.0", "*:*:9.0", "*=9.0", "*/*/9.0"})
    void aStarMeansEverything(String written) {
        assertThat(versions(written)).containsExactly("9.0", "9.0", "9.0");
    }

    @Test
    void aStarMayStandForTheStepOrTheReferenceAlone() {
        assertThat(versions("*:sidecar:1.0", "Migrate:*:2.0")).containsExactly("-", "1.0", "2.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deploy web=sidecar=3.0", "Deploy web/sidecar/3.0", "Deploy web : sidecar : 3.0"})
    void equalsSignsAndSlashesSeparateToo(String written) {
        assertThat(versions(written)).containsExactly("-", "3.0", "-");
    }

    @Test
    void theClosestChoiceWinsWhateverItsPlace() {
        assertThat(versions("Deploy web:sidecar:4.0", "Deploy web:3.0", "*:sidecar:2.0", "*:1.0"))
                .containsExactly("3.0", "4.0", "1.0");
    }

    @Test
    void ofEquallyCloseChoicesTheLaterWins() {
        assertThat(versions("Migrate:1.0", "Migrate:2.0")).containsExactly("-", "-", "2.0");
    }

    @Test
    void theVersionForEverythingFillsWhatNothingElseChooses() {
        PackageSelection selection = PackageSelection.of(ALL, List.of("Migrate:2.0"), Optional.of("7.0"));
        assertThat(selection.selected()).extracting(SelectedPackage::version).containsExactly("7.0", "7.0", "2.0");
    }

    @Test
    void aVersionFixedByTheProcessStands() {
        PackageSlot fixed = slot("Tools", "", "tools", Optional.of("5.5"));
        PackageSelection selection = PackageSelection.of(List.of(fixed), List.of("Tools:1.0"), Optional.of("2.0"));
        assertThat(selection.selected()).extracting(SelectedPackage::version).containsExactly("5.5");
    }

    @Test
    void saysWhatIsMissingByPackageAndStep() {
        assertThat(PackageSelection.of(ALL, List.of("Deploy web:1.0"), Optional.empty())
                        .missing())
                .containsExactly("No version is selected for the package 'org.example:migrations' of 'Migrate'."
                        + " Select one, for example as Migrate:1.0.0.");
    }

    @Test
    void anOpenPlaceCanBeFilledAfterwards() {
        PackageSelection selection = PackageSelection.of(List.of(WEB, JAR), List.of("Migrate:1.0"), Optional.empty());
        PackageSelection filled = selection.fill(WEB, "2.0");
        assertThat(filled.open()).isEmpty();
        assertThat(filled.missing()).isEmpty();
        assertThat(filled.selected()).extracting(SelectedPackage::version).containsExactlyInAnyOrder("1.0", "2.0");
    }

    @Test
    void namesChoicesThatMeetNothing() {
        PackageSelection selection =
                PackageSelection.of(ALL, List.of("Other:1.0", "Migrate:none:1.0"), Optional.empty());
        assertThat(selection.unmatched()).containsExactly("Other:1.0", "Migrate:none:1.0");
        assertThat(PackageSelection.of(List.of(), List.of("*:1.0"), Optional.empty())
                        .unmatched())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.0", ":1.0", "Step:", "Step: "})
    void refusesWhatIsNoChoice(String written) {
        assertThat(PackageSelection.problems(List.of(written)))
                .singleElement()
                .asString()
                .contains("Deploy web:1.4.2");
    }

    @Test
    void takesSelectionsPlaceByPlaceByEitherNameOfTheAction() {
        PackageSelection selection = PackageSelection.ofSelected(
                ALL,
                List.of(
                        new SelectedPackage("Deploy web", null, null, "1.0", java.util.Map.of()),
                        new SelectedPackage(null, "deploy web", "sidecar", "2.0", java.util.Map.of()),
                        new SelectedPackage("Migrate", null, "", " ", java.util.Map.of()),
                        new SelectedPackage("Gone", null, "ref", "1.0", java.util.Map.of())));
        assertThat(selection.selected()).extracting(SelectedPackage::version).containsExactly("1.0", "2.0");
        assertThat(selection.open()).containsExactly(JAR);
        assertThat(selection.unmatched()).containsExactly("Gone/ref");
    }

    /** The version of each of the three places, "-" for none. */
    private static List<String> versions(String... written) {
        PackageSelection selection = PackageSelection.of(ALL, List.of(written), Optional.empty());
        return ALL.stream()
                .map(slot -> selection.selected().stream()
                        .filter(chosen -> chosen.action().equals(slot.actionName())
                                && chosen.reference().equals(slot.referenceName()))
                        .map(SelectedPackage::chosenVersion)
                        .findFirst()
                        .orElse("-"))
                .toList();
    }

    private static PackageSlot slot(String step, String reference, String packageId, Optional<String> fixed) {
        return new PackageSlot(step, step, step, reference, packageId, "feeds-builtin", fixed);
    }
}
