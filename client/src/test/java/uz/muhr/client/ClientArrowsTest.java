package uz.muhr.client;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the client: doors depend on the core, the core on no door, and Fabric is known in one package. */
@AnalyzeClasses(packages = "uz.muhr.client", importOptions = DoNotIncludeTests.class)
class ClientArrowsTest {
    private static final String[] CORE = {
        "uz.muhr.client.document..",
        "uz.muhr.client.stamp..",
        "uz.muhr.client.apart..",
        "uz.muhr.client.commitment..",
        "uz.muhr.client.attestation..",
        "uz.muhr.client.disclosure..",
        "uz.muhr.client.consignment..",
        "uz.muhr.client.tracking..",
        "uz.muhr.client.voyage..",
        "uz.muhr.client.submission..",
        "uz.muhr.client.journal..",
        "uz.muhr.client.fabric..",
        "uz.muhr.client.authority..",
        "uz.muhr.client.access..",
        "uz.muhr.client.signing..",
        "uz.muhr.client.database..",
        "uz.muhr.client.following..",
        "uz.muhr.client.register..",
        "uz.muhr.client.webhook..",
        "uz.muhr.client.verification..",
        "uz.muhr.client.tally..",
        "uz.muhr.client.report..",
        "uz.muhr.client.proof..",
        "uz.muhr.client.witness..",
        "uz.muhr.client.address..",
        "uz.muhr.client.turn.."
    };

    /** Spring's plain libraries for JDBC and for hashing passwords, which start nothing. */
    private static final String[] PLAIN_LIBRARIES = {
        "org.springframework.security.crypto..",
        "org.springframework.jdbc..",
        "org.springframework.dao..",
        "org.springframework.transaction..",
        "org.springframework.util.backoff.."
    };

    @ArchTest
    static final ArchRule theCoreKnowsNoDoor = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("uz.muhr.client.web..", "uz.muhr.client.cli..", "uz.muhr.client.bench..");

    @ArchTest
    static final ArchRule aDoorKnowsNoOtherDoor = noClasses()
            .that()
            .resideInAPackage("uz.muhr.client.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("uz.muhr.client.cli..");

    @ArchTest
    static final ArchRule theCoreKnowsNoFramework = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should(dependOnClassesThat(
                    resideInAnyPackage("org.springframework..", "jakarta..", "io.swagger..", "picocli..")
                            .and(not(resideInAnyPackage(PLAIN_LIBRARIES)))));

    @ArchTest
    static final ArchRule onlyWhoKeepsSomethingKnowsTheDatabase = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "uz.muhr.client.database..",
                    "uz.muhr.client.access..",
                    "uz.muhr.client.journal..",
                    "uz.muhr.client.following..",
                    "uz.muhr.client.register..",
                    "uz.muhr.client.tally..",
                    "uz.muhr.client.webhook..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "com.zaxxer..", "org.flywaydb..");

    /** Only the doors know how to tell who comes in, and the table is the one place that says what that one may. */
    @ArchTest
    static final ArchRule onlyTheDoorKnowsSpringSecurity = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "uz.muhr.client.web.access..", "uz.muhr.client.web.oidc..", "uz.muhr.client.access..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.security..", "com.nimbusds..");

    /** A verdict comes from the ledger alone, and so does every write. */
    @ArchTest
    static final ArchRule nothingThatCountsComesFromTheRegister = noClasses()
            .that()
            .resideInAnyPackage(
                    "uz.muhr.client.verification..",
                    "uz.muhr.client.submission..",
                    "uz.muhr.client.journal..",
                    "uz.muhr.client.voyage..",
                    "uz.muhr.client.proof..",
                    "uz.muhr.client.witness..",
                    "uz.muhr.client.report..",
                    "uz.muhr.client.fabric..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("uz.muhr.client.register..", "uz.muhr.client.following..", "uz.muhr.client.webhook..");

    /** The module that verifies proofs reads Fabric's messages itself, offline; see its own arrows. */
    @ArchTest
    static final ArchRule onlyOnePackageKnowsFabric = noClasses()
            .that()
            .resideOutsideOfPackage("uz.muhr.client.fabric..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hyperledger..", "io.grpc..", "com.google.protobuf..");

    @ArchTest
    static final ArchRule theNetworkIsForTestsAlone =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("uz.muhr.network..", "uz.muhr.contract..");

    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("uz.muhr.client.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsNamedForWantOfAName = classes()
            .should()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveNameNotMatching(".*(Utils?|Helper|Manager)$");
}
