package uz.muhr.protocol;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.time.Clock;
import java.util.List;
import java.util.Random;

/** The core is pure: it depends on the JDK and Gson alone, and nothing in it can differ from one endorser to the next. */
@AnalyzeClasses(packages = "uz.muhr.protocol", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    /** Calls whose answer depends on the machine: its clock, its settings, its chance, its default locale. */
    private static final List<String> IMPURE_CALLS = List.of(
            "java.lang.System.currentTimeMillis()",
            "java.lang.System.nanoTime()",
            "java.lang.System.getenv(java.lang.String)",
            "java.lang.System.getProperty(java.lang.String)",
            "java.lang.System.identityHashCode(java.lang.Object)",
            "java.lang.Math.random()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.toLowerCase()",
            "java.lang.String.getBytes()",
            "java.lang.String.<init>([B)",
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.formatted([Ljava.lang.Object;)",
            "java.util.Locale.getDefault()",
            "java.time.ZoneId.systemDefault()");

    @ArchTest
    static final ArchRule dependsOnTheJdkAndGsonAlone = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "uz.muhr.protocol..", "java..", "javax.crypto..", "com.google.gson..", "org.jspecify.annotations"));

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("uz.muhr.protocol.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule readsNoFileNetworkOrLogAndStartsNoThread = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.net..",
                    "java.util.logging..",
                    "java.util.concurrent.."))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(
                    File.class,
                    FileDescriptor.class,
                    FileInputStream.class,
                    FileOutputStream.class,
                    RandomAccessFile.class,
                    System.Logger.class,
                    Thread.class,
                    Process.class,
                    Runtime.class);

    @ArchTest
    static final ArchRule hasNoClockAndNoChance = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .accessTargetWhere(DescribedPredicate.describe(
                    "the answer depends on the machine",
                    (JavaAccess<?> access) -> access.getTarget().getName().equals("now")
                            || IMPURE_CALLS.contains(access.getTarget().getFullName())));

    @ArchTest
    static final ArchRule isNotOpenToInheritance = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .should()
            .haveModifier(JavaModifier.FINAL);
}
