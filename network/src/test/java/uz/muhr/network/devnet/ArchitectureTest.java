package uz.muhr.network.devnet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the devnet's packages. */
final class ArchitectureTest {
    private final JavaClasses network = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("uz.muhr.network");

    @Test
    void noTwoPackagesNeedEachOther() {
        slices().matching("uz.muhr.network.devnet.(*)..")
                .should()
                .beFreeOfCycles()
                .check(network);
    }

    @Test
    void identitiesAndTopologyKnowNothingOfTheDevnet() {
        noClasses()
                .that()
                .resideInAnyPackage("uz.muhr.network.identity..", "uz.muhr.network.topology..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("uz.muhr.network.devnet..")
                .check(network);
    }

    @Test
    void theDevnetIsNoClientOfItself() {
        noClasses()
                .that()
                .resideInAPackage("uz.muhr.network.devnet..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hyperledger.fabric.client..", "org.hyperledger.fabric.shim..")
                .check(network);
    }
}
