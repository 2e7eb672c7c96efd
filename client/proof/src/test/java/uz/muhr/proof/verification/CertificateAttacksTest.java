package uz.muhr.proof.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.proof.check.Check.CERTIFICATE_ISSUED;
import static uz.muhr.proof.check.Check.CERTIFICATE_REVOKED;
import static uz.muhr.proof.check.Check.CERTIFICATE_ROLE;
import static uz.muhr.proof.check.Check.CERTIFICATE_TIME;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.TestAuthority;
import uz.muhr.proof.TestIdentity;
import uz.muhr.proof.TestOrganisation;
import uz.muhr.proof.check.Check;
import uz.muhr.protocol.verdict.Verdict;

/** Certificates that are not what they would have to be, in the hands of somebody who can sign with them. */
final class CertificateAttacksTest {
    private static final String CHAMBER = "ChamberMSP";
    private static final TestAuthority INTERMEDIATE =
            ProofDraft.anchored().network.chamber().authority().below("ica.chamber");

    @TestFactory
    Stream<DynamicTest> onlyAPeerEndorses() {
        return Stream.of(
                        endorser(CERTIFICATE_ROLE, "a client", TestOrganisation::client),
                        endorser(CERTIFICATE_ROLE, "an orderer", TestOrganisation::orderer),
                        endorser(CERTIFICATE_ROLE, "an administrator", of("CN=Admin,OU=admin")),
                        endorser(CERTIFICATE_ROLE, "no role", of("CN=peer0")),
                        endorser(CERTIFICATE_ROLE, "another unit", of("CN=peer0,OU=peers")),
                        endorser(CERTIFICATE_ROLE, "peer and client at once", of("CN=peer0,OU=peer,OU=client")),
                        endorser(CERTIFICATE_ROLE, "two units in one part", of("CN=peer0,OU=peer+OU=admin")))
                .flatMap(List::stream);
    }

    @TestFactory
    Stream<DynamicTest> onlyAClientProposes() {
        return Stream.of(
                creator(CERTIFICATE_ROLE, "a peer", TestOrganisation::peer),
                creator(CERTIFICATE_ROLE, "an administrator", of("CN=Admin,OU=admin")),
                creator(CERTIFICATE_ROLE, "no role", of("CN=User1")),
                creator(CERTIFICATE_TIME, "an expired one", it -> it.authority()
                        .issue(
                                it.id(),
                                "CN=User1,OU=client",
                                TestAuthority.FROM,
                                ProofDraft.ANCHORED_AT.minusSeconds(1))));
    }

    @TestFactory
    Stream<DynamicTest> anAuthorityOfTheOrganisationIssuedIt() {
        return Stream.of(
                        endorser(CERTIFICATE_ISSUED, "another organisation's peer", it -> ProofDraft.anchored()
                                .network
                                .carrier()
                                .peer()
                                .as(it.id())),
                        endorser(CERTIFICATE_ISSUED, "an authority of the same name", it -> TestAuthority.root(
                                        "ca." + it.id())
                                .issue(it.id(), "CN=peer0,OU=peer")),
                        endorser(CERTIFICATE_ISSUED, "signed by itself", it -> {
                            TestAuthority self = TestAuthority.root("peer0");
                            return new TestIdentity(
                                    it.id(), self.certificate(), it.peer().key());
                        }),
                        endorser(CERTIFICATE_ISSUED, "an authority itself", it -> it.authority()
                                .issueAuthority(it.id(), "CN=peer0,OU=peer")),
                        endorser(CERTIFICATE_ISSUED, "an unknown intermediate authority", it -> it.authority()
                                .below("ica")
                                .issue(it.id(), "CN=peer0,OU=peer")),
                        endorser(CERTIFICATE_ISSUED, "issued by a member", it -> memberIssues(it)),
                        endorser(CERTIFICATE_ISSUED, "issued when the authority was expired", it -> it.authority()
                                .issue(
                                        it.id(),
                                        "CN=peer0,OU=peer",
                                        TestAuthority.UNTIL,
                                        TestAuthority.UNTIL.plusSeconds(60))))
                .flatMap(List::stream);
    }

    @TestFactory
    Stream<DynamicTest> itIsValidAtTheVouchedTime() {
        Instant anchored = ProofDraft.ANCHORED_AT;
        return Stream.of(
                        endorser(CERTIFICATE_TIME, "expired", valid(TestAuthority.FROM, anchored.minusSeconds(2))),
                        endorser(
                                CERTIFICATE_TIME,
                                "not yet valid",
                                valid(ProofDraft.ANSWERED_AT.plusSeconds(1), TestAuthority.UNTIL)))
                .flatMap(List::stream);
    }

    @TestFactory
    Stream<DynamicTest> itIsNotRevoked() {
        return Stream.of(
                revoked("the issuer's peer", it -> it.peer().certificate()),
                revoked("the issuer's client", it -> it.client().certificate()),
                Attack.fails(CERTIFICATE_REVOKED, "the intermediate authority", draft -> {
                    throughIntermediate(draft)
                            .addRevocationList(
                                    draft.network.chamber().authority().revoking(INTERMEDIATE.certificate()));
                }),
                Attack.fails(CERTIFICATE_REVOKED, "by the intermediate authority", draft -> {
                    FabricMSPConfig.Builder chamber = throughIntermediate(draft);
                    X509Certificate peer = draft.anchoring().endorsers.get(1).certificate();
                    chamber.addRevocationList(INTERMEDIATE.revoking(peer));
                }));
    }

    @Test
    void anotherSerialNumberOrAuthorityRevokesNothing() {
        ProofDraft draft = ProofDraft.anchored();
        TestOrganisation chamber = draft.network.chamber();
        X509Certificate peer = chamber.peer().certificate();
        draft.genesis
                .membership(CHAMBER)
                .addRevocationList(
                        chamber.authority().revoking(chamber.orderer().certificate()))
                .addRevocationList(TestAuthority.root("ca.other").revoking(peer));
        assertEquals(Verdict.VALID, draft.verify().verdict());
    }

    @Test
    void anIntermediateAuthorityOfTheConfigurationIssuesMembers() {
        ProofDraft draft = ProofDraft.anchored();
        throughIntermediate(draft);
        assertEquals(Verdict.VALID, draft.verify().verdict());
    }

    @Test
    void aUnitMayCountUnderOneAuthorityAlone() {
        ProofDraft draft = ProofDraft.anchored();
        peerUnit(draft, draft.network.chamber().authority());
        assertEquals(Verdict.VALID, draft.verify().verdict());
    }

    @TestFactory
    Stream<DynamicTest> aUnitOfAnotherAuthorityDoesNotCount() {
        return Stream.of(Attack.fails(CERTIFICATE_ROLE, "the unit of an intermediate authority", draft -> {
            draft.genesis.membership(CHAMBER).addIntermediateCerts(INTERMEDIATE.pem());
            peerUnit(draft, INTERMEDIATE);
        }));
    }

    private static void peerUnit(ProofDraft draft, TestAuthority authority) {
        draft.genesis
                .membership(CHAMBER)
                .getFabricNodeOusBuilder()
                .getPeerOuIdentifierBuilder()
                .setCertificate(authority.pem());
    }

    /** The chamber's peer gets its certificate from an intermediate authority. */
    private static FabricMSPConfig.Builder throughIntermediate(ProofDraft draft) {
        draft.anchoring().endorsers.set(1, INTERMEDIATE.issue(CHAMBER, "CN=peer0,OU=peer"));
        return draft.genesis.membership(CHAMBER).addIntermediateCerts(INTERMEDIATE.pem());
    }

    private static DynamicTest revoked(String name, Function<TestOrganisation, X509Certificate> certificate) {
        return Attack.fails(CERTIFICATE_REVOKED, name, draft -> {
            TestOrganisation chamber = draft.network.chamber();
            draft.genesis
                    .membership(CHAMBER)
                    .addRevocationList(chamber.authority().revoking(certificate.apply(chamber)));
        });
    }

    private static TestIdentity memberIssues(TestOrganisation organisation) {
        return TestAuthority.of(organisation.peer()).issue(organisation.id(), "CN=peer9,OU=peer");
    }

    private static Function<TestOrganisation, TestIdentity> of(String subject) {
        return it -> it.authority().issue(it.id(), subject);
    }

    private static Function<TestOrganisation, TestIdentity> valid(Instant from, Instant until) {
        return it -> it.authority().issue(it.id(), "CN=peer0,OU=peer", from, until);
    }

    /** In the place of the chamber's peer when it anchors, and of customs' when the organisations answer. */
    private static List<DynamicTest> endorser(
            Check check, String name, Function<TestOrganisation, TestIdentity> identity) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(Attack.fails(check, "anchoring endorsed by: " + name, draft -> draft.anchoring()
                .endorsers
                .set(1, identity.apply(draft.network.chamber()))));
        tests.add(Attack.fails(
                check,
                "answer endorsed by: " + name,
                draft -> draft.answer.endorsers.set(0, identity.apply(draft.network.customs()))));
        return tests;
    }

    private static DynamicTest creator(Check check, String name, Function<TestOrganisation, TestIdentity> identity) {
        return Attack.fails(
                check,
                "proposed by: " + name,
                draft -> draft.anchoring().creator = identity.apply(draft.network.chamber()));
    }
}
