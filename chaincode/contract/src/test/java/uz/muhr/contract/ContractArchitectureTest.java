package uz.muhr.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import org.hyperledger.fabric.contract.ContractInterface;

/** The contracts are thin: protocol, shim, Fabric's messages and the JDK; Fabric's types are met in few classes. */
@AnalyzeClasses(packages = "uz.muhr.contract", importOptions = ImportOption.DoNotIncludeTests.class)
final class ContractArchitectureTest {
    @ArchTest
    static final ArchRule dependsOnTheProtocolAndFabricAlone = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "uz.muhr.contract..",
                    "uz.muhr.protocol..",
                    "java..",
                    "org.hyperledger.fabric.contract..",
                    "org.hyperledger.fabric.shim..",
                    "org.hyperledger.fabric.protos.common..",
                    "org.hyperledger.fabric.protos.peer..",
                    "io.grpc.stub..",
                    "com.google.protobuf..",
                    "org.jspecify.annotations");

    @ArchTest
    static final ArchRule onlyTheStoreItsMessagesAndTheCallTalkToThePeer = noClasses()
            .that()
            .doNotHaveSimpleName("Store")
            .and()
            .doNotHaveSimpleName("Call")
            .and()
            .doNotHaveSimpleName("ManyKeys")
            .and()
            .doNotHaveSimpleName("SingleMessages")
            .and()
            .doNotHaveSimpleName("ServedContracts")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.hyperledger\\.fabric\\.shim\\.(ChaincodeStub|ledger\\..*)");

    @ArchTest
    static final ArchRule onlyTheStreamAndWhatReadsFromItKnowsMessages = noClasses()
            .that()
            .doNotHaveSimpleName("PeerStream")
            .and()
            .haveNameNotMatching(".*PeerStream\\$.*")
            .and()
            .doNotHaveSimpleName("ServedContracts")
            .and()
            .doNotHaveSimpleName("BatchedMessages")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.grpc\\..*|.*\\.protos\\.peer\\.ChaincodeMessage.*");

    @ArchTest
    static final ArchRule onlyContractsHoldAClock = noClasses()
            .that()
            .areNotAssignableTo(ContractInterface.class)
            .and()
            .doNotHaveSimpleName("Call")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule isNotOpenToInheritance = classes()
            .that()
            .areNotInterfaces()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .haveModifier(JavaModifier.FINAL);
}
