package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hyperledger.fabric.shim.Chaincode.Response;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.anchoring.Reissue;
import uz.muhr.protocol.anchoring.Replacement;
import uz.muhr.protocol.authority.Accreditation;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.customs.DeclarationCommitment;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.customs.DrawRequest;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.proposal.ProposalRecord;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.quantity.UnitCode;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.refusal.ErrorCode;

/** Four organisations with their ledger; each call goes through the router as in production. */
final class SampleNetwork {
    static final Identity CHAMBER = Identity.of("ChamberMSP", "issuer");
    static final Identity QUARANTINE = Identity.of("QuarantineMSP", "issuer");
    static final Identity CUSTOMS = Identity.of("CustomsMSP", "issuer");
    static final Identity OFFICER = Identity.of("CustomsMSP", "officer");
    static final Identity REGISTRAR = Identity.of("CustomsMSP", "registrar");

    static final Identity CHAMBER_REGISTRAR = Identity.of("ChamberMSP", "registrar");
    static final Identity CARRIER_REGISTRAR = Identity.of("CarrierMSP", "registrar");

    /** Of a certificate that the sample proposals distrust. */
    static final Identity STOLEN = Identity.of("ChamberMSP", "issuer");

    static final TypeCode ORIGIN = new TypeCode("861");
    static final TypeCode PHYTOSANITARY = new TypeCode("851");
    static final Commitment OPEN = Commitment.open(fingerprint("the bytes of a certificate"));
    static final Commitment OTHER = Commitment.open(fingerprint("other bytes"));
    static final Commitment SALTED = Commitment.salted(
            fingerprint("the bytes of a certificate"),
            new Salt(fingerprint("salt").hex()));
    static final DocumentId DOCUMENT = document("ChamberMSP", ORIGIN, "N1");

    static final Proposal.Admit ADMIT = new Proposal.Admit(new MspId("SanitaryMSP"), 1);
    static final Proposal.Grant GRANT = new Proposal.Grant(
            new MspId("CarrierMSP"),
            new TypeCode("705"),
            Instant.parse("2026-01-01T00:00:00Z"),
            Optional.empty(),
            new Accreditation("FIATA 12/7"),
            0);

    /** See {@link #withLife}. */
    static final DocumentId PERMIT = document("ChamberMSP", ORIGIN, "P1");

    static final DrawId DRAWN = draw(1, "5").id(new MspId("CustomsMSP"));
    static final DocumentId SUSPENDED = document("ChamberMSP", ORIGIN, "S1");
    static final DocumentId HELD = document("ChamberMSP", ORIGIN, "H1");

    static final String ESTABLISHMENT = establishment("2026-01-01T00:00:00Z");

    final WorldState ledger;
    private int transactions;

    /** The moment at which transactions are timed, unless a call says otherwise: the endorser's own. */
    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private Function<FakeStub, Response> endorser = stub -> Router.invoke(stub.stub());

    private SampleNetwork(WorldState ledger) {
        this.ledger = ledger;
    }

    static SampleNetwork fresh() {
        return new SampleNetwork(new WorldState());
    }

    /** The same ledger at the same time, with transactions numbered from the start: another endorser's view. */
    SampleNetwork again() {
        return new SampleNetwork(ledger).timed(now);
    }

    /** From now on calls are run by another endorser, as a peer on the shim's own stream. */
    SampleNetwork through(Function<FakeStub, Response> other) {
        endorser = other;
        return this;
    }

    static SampleNetwork established() {
        SampleNetwork network = fresh();
        network.submit(REGISTRAR, "network:establish", ESTABLISHMENT);
        return network;
    }

    /** With the sample document anchored. */
    static SampleNetwork withDocument() {
        SampleNetwork network = established();
        network.submit(CHAMBER, "document:anchor", list(item(ORIGIN, "N1", OPEN)));
        return network;
    }

    /** With a document, one open proposal and one certificate distrusted. */
    static SampleNetwork withProposals() {
        SampleNetwork network = withDocument();
        network.submit(REGISTRAR, "authority:propose", ADMIT.write());
        network.decide(new Proposal.DistrustCertificate(
                new CertificateHash(STOLEN.certificateHash()), Instant.parse("2026-01-01T00:00:00Z"), 0));
        return network;
    }

    /** With proposals, a permit of which 5 pieces are drawn, a suspended document and a held one, and container seals. */
    static SampleNetwork withLife() {
        SampleNetwork network = withProposals();
        network.submit(
                CHAMBER,
                "document:anchor",
                list(permit("P1", SALTED), item(ORIGIN, "S1", OTHER), item(ORIGIN, "H1", OTHER)));
        network.submit(CHAMBER, "document:suspend", SUSPENDED.hex(), "1");
        network.submit(OFFICER, "customs:hold", HELD.hex(), "0");
        network.submit(OFFICER, "customs:draw", draw(1, "5").write());
        SampleSealing.begin(network);
        return network;
    }

    /** Has three of the four organisations decide a proposal; gives the last answer. */
    ProposalRecord decide(Proposal proposal) {
        submit(REGISTRAR, "authority:propose", proposal.write());
        return approve(proposal);
    }

    /** Has the two others that are needed approve what customs proposed; gives the last answer. */
    ProposalRecord approve(Proposal proposal) {
        submit(CHAMBER_REGISTRAR, "authority:approve", proposal.id().hex());
        return ProposalRecord.parse(
                submit(CARRIER_REGISTRAR, "authority:approve", proposal.id().hex()));
    }

    SampleNetwork timed(Instant time) {
        now = time;
        return this;
    }

    Instant now() {
        return now;
    }

    /** Runs a call and commits what it wrote. */
    String submit(Identity caller, String function, String... arguments) {
        Transaction transaction = run(caller, function, arguments);
        String answer = transaction.answer();
        ledger.commit(transaction.stub().writes, transaction.stub().policies);
        return answer;
    }

    /** Runs a call and commits nothing. */
    String evaluate(Identity caller, String function, String... arguments) {
        return run(caller, function, arguments).answer();
    }

    Transaction run(Identity caller, String function, String... arguments) {
        return run(
                caller,
                Stream.concat(Stream.of(function), Stream.of(arguments))
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    Transaction run(Identity caller, List<byte[]> functionAndArguments) {
        FakeStub stub = new FakeStub(
                ledger, caller.creator(), now, sha256("transaction " + transactions++), functionAndArguments);
        return new Transaction(stub, endorser.apply(stub));
    }

    /** The call is refused with the code and says this; nothing was written. */
    void refuses(ErrorCode code, String says, Identity caller, String function, String... arguments) {
        run(caller, function, arguments).assertRefused(code, says);
    }

    /** What a call gave, before it is committed or dropped. */
    record Transaction(FakeStub stub, Response response) {
        String answer() {
            assertEquals(200, response.getStatusCode(), response.getMessage());
            return Objects.requireNonNull(response.getStringPayload());
        }

        void assertRefused(ErrorCode code, String says) {
            assertEquals(500, response.getStatusCode());
            String message = Objects.requireNonNull(response.getMessage());
            assertTrue(message.startsWith(code + ": ") && message.contains(says), message);
            assertTrue(message.length() < 400 && message.chars().noneMatch(Character::isISOControl), message);
            assertEquals(0, stub.writes.size() + stub.policies.size());
        }
    }

    static String establishment(String since) {
        return "{\"authorities\":[{\"from\":\"" + since + "\",\"issuer\":\"ChamberMSP\",\"type\":\"861\"},{\"from\":\""
                + since + "\",\"issuer\":\"ChamberMSP\",\"type\":\"954\"},{\"from\":\"" + since
                + "\",\"issuer\":\"CustomsMSP\",\"type\":\"929\"},{\"from\":\"" + since
                + "\",\"issuer\":\"QuarantineMSP\",\"type\":\"851\"}],"
                + "\"organisations\":[\"CarrierMSP\",\"ChamberMSP\",\"CustomsMSP\",\"QuarantineMSP\"]}";
    }

    /** A document of the chamber from which 25 pieces can be written off. */
    static AnchorItem permit(String number, Commitment content) {
        return new AnchorItem(
                ORIGIN,
                DocumentNumber.parse(number).digest(),
                content,
                Validity.unlimited(),
                Optional.of(pieces("25")));
    }

    static Quantity pieces(String amount) {
        return new Quantity(Amount.parse(amount), new UnitCode("H87"));
    }

    /** What a line of the sample declaration draws from the sample permit. */
    static DrawRequest draw(long line, String amount) {
        return draw(PERMIT, line, amount);
    }

    static DrawRequest draw(DocumentId document, long line, String amount) {
        return new DrawRequest(
                document, DeclarationCommitment.of(DocumentNumber.parse("26001/150426")), line, pieces(amount));
    }

    static Replacement replacement(DocumentId replaced, long expected, String number) {
        return new Replacement(replaced, expected, DocumentNumber.parse(number).digest(), OTHER, Validity.unlimited());
    }

    static Reissue reissue(DocumentId document, long expected, Commitment content) {
        return new Reissue(document, expected, content, Validity.unlimited());
    }

    static String list(AnchorItem... items) {
        return new AnchorList(List.of(items)).write();
    }

    static AnchorItem item(TypeCode type, String number, Commitment content) {
        return new AnchorItem(
                type, DocumentNumber.parse(number).digest(), content, Validity.unlimited(), Optional.empty());
    }

    static DocumentId document(String issuer, TypeCode type, String number) {
        return DocumentId.of(
                new MspId(issuer), type, DocumentNumber.parse(number).digest());
    }

    static Fingerprint fingerprint(String content) {
        return new Fingerprint(sha256(content));
    }

    static String sha256(String text) {
        return DomainHash.of("test", text.getBytes(StandardCharsets.UTF_8));
    }
}
