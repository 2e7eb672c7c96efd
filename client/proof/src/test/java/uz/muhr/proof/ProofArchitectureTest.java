package uz.muhr.proof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The verifier is pure: bytes and a question come in, an answer leaves, and nothing else has a say. */
@AnalyzeClasses(packages = "uz.muhr.proof", importOptions = DoNotIncludeTests.class)
final class ProofArchitectureTest {
    /** Fabric's messages alone: no connection, no gateway. */
    @ArchTest
    static final ArchRule itKnowsLittle = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "uz.muhr.proof..",
                    "uz.muhr.protocol..",
                    "org.hyperledger.fabric.protos..",
                    "com.google.protobuf..",
                    "com.google.gson..",
                    "org.bouncycastle..",
                    "org.jspecify..",
                    "java.io",
                    "java.lang..",
                    "java.math..",
                    "java.nio",
                    "java.nio.charset..",
                    "java.security..",
                    "java.time..",
                    "java.util..",
                    "javax.security.auth.x500");

    @ArchTest
    static final ArchRule itReadsNoFileAndOpensNoConnection = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.FileInputStream")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net..", "io.grpc..");

    @ArchTest
    static final ArchRule itHasNoClockAndNoChance = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.security.SecureRandom");

    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("uz.muhr.proof.(**)").should().beFreeOfCycles();
}
