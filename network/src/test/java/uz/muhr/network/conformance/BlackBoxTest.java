package uz.muhr.network.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

final class BlackBoxTest {
    @Test
    void noCaseKnowsTheInsideOfANetwork() {
        noClasses()
                .that()
                .resideInAPackage("uz.muhr.network.conformance..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("uz.muhr.network.devnet..")
                .check(new ClassFileImporter().importPackages("uz.muhr.network"));
    }
}
