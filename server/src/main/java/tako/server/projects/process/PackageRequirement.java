package tako.server.projects.process;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a step stands to the moment when packages are fetched. */
public enum PackageRequirement {
    /** Packages are fetched directly before the first step that needs one. */
    @JsonProperty("LetOctopusDecide")
    LET_OCTOPUS_DECIDE,
    /** It runs before packages are fetched. */
    @JsonProperty("BeforePackageAcquisition")
    BEFORE_PACKAGE_ACQUISITION,
    /** It runs after packages were fetched. */
    @JsonProperty("AfterPackageAcquisition")
    AFTER_PACKAGE_ACQUISITION
}
