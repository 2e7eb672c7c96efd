package uz.muhr.network;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Arrows point one way: topology, identity, devnet, local; and to no other module but the protocol. */
@AnalyzeClasses(packages = "uz.muhr", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArrowsTest {
    @ArchTest
    static final ArchRule theTopologyKnowsNobody = packageKnowsOnly("uz.muhr.network.topology..");

    @ArchTest
    static final ArchRule identitiesComeOfTheTopologyAlone =
            packageKnowsOnly("uz.muhr.network.identity..", "uz.muhr.network.topology..");

    @ArchTest
    static final ArchRule theDevnetKnowsNothingOfHowItIsStarted =
            packageKnowsOnly("uz.muhr.network.devnet..", "uz.muhr.network.identity..", "uz.muhr.network.topology..");

    @ArchTest
    static final ArchRule theNetworkKnowsNoOtherModule = packageKnowsOnly("uz.muhr.network..", "uz.muhr.protocol..");

    private static ArchRule packageKnowsOnly(String own, String... others) {
        DescribedPredicate<JavaClass> foreign = DescribedPredicate.not(resideInAPackage("uz.muhr.."));
        return classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat(
                        resideInAPackage(own).or(resideInAnyPackage(others)).or(foreign));
    }
}
