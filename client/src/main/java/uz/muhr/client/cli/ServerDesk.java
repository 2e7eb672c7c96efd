package uz.muhr.client.cli;

import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import uz.muhr.client.authority.AuthorityView;
import uz.muhr.client.authority.CertificateView;
import uz.muhr.client.authority.MembersView;
import uz.muhr.client.authority.ProposalView;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.client.verification.CustomsView;
import uz.muhr.client.verification.DrawView;
import uz.muhr.client.verification.HoldsView;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** Writes through a running client, in its name: what that accepted it settles even if this command is ended. */
record ServerDesk(Server server) implements Desk {
    private static final long NONE = 0;

    @Override
    public long version(DocumentId document) {
        return get(of(document, ""), RecordView.class).sequence();
    }

    @Override
    public long versionOfHolds(DocumentId document) {
        return get(of(document, "/customs"), CustomsView.class).holds().sequence();
    }

    @Override
    public long versionOfAuthority(MspId issuer, TypeCode type) {
        return Arrays.stream(get("/api/organisations/" + issuer + "/authorities", AuthorityView[].class))
                .filter(authority -> authority.type().equals(type.value()))
                .mapToLong(AuthorityView::sequence)
                .findFirst()
                .orElse(NONE);
    }

    @Override
    public long versionOfCertificate(CertificateHash certificate) {
        try {
            return get("/api/certificates/" + certificate.hex(), CertificateView.class)
                    .sequence();
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.UNKNOWN_CERTIFICATE) {
                return NONE;
            }
            throw refusal;
        }
    }

    @Override
    public long versionOfMembers() {
        return get("/api/members", MembersView.class).sequence();
    }

    @Override
    public List<Outcome> submit(List<Order> orders) {
        return new RemoteSubmission(server).submit(orders);
    }

    @Override
    public Outcome replace(Order order, DocumentId replaced, long expected) {
        return new RemoteSubmission(server).place(order, of(replaced, "/replacement"), expected);
    }

    @Override
    public Outcome reissue(Order order, long expected) {
        DocumentId same =
                DocumentId.of(organisation(), order.type(), order.number().digest());
        return new RemoteSubmission(server).place(order, of(same, "/reissue"), expected);
    }

    @Override
    public RecordView suspend(DocumentId document, long expected) {
        return done(of(document, "/suspension"), sequence(expected), RecordView.class);
    }

    @Override
    public RecordView reinstate(DocumentId document, long expected) {
        return done(of(document, "/reinstatement"), sequence(expected), RecordView.class);
    }

    @Override
    public RecordView renew(DocumentId document, long expected) {
        return done(of(document, "/renewal"), sequence(expected), RecordView.class);
    }

    @Override
    public RecordView revoke(DocumentId document, long expected, RevocationReason reason) {
        JsonObject request = sequence(expected);
        request.addProperty("reason", reason.text());
        return done(of(document, "/revocation"), request, RecordView.class);
    }

    @Override
    public HoldsView hold(DocumentId document, long expected) {
        return done(of(document, "/hold"), sequence(expected), HoldsView.class);
    }

    @Override
    public HoldsView release(DocumentId document, long expected) {
        return done(of(document, "/release"), sequence(expected), HoldsView.class);
    }

    @Override
    public DrawView writeOff(DocumentId document, DeclarationLine line, Quantity quantity) {
        JsonObject request = new JsonObject();
        request.addProperty("declaration", line.reference());
        request.addProperty("line", line.line());
        request.addProperty("quantity", quantity.amount().toString());
        request.addProperty("unit", quantity.unit().value());
        return done(of(document, "/write-offs"), request, DrawView.class);
    }

    @Override
    public DrawView reverse(DocumentId document, DeclarationLine line) {
        DrawId draw = DrawId.of(organisation(), line.declaration(), line.line());
        return done(of(document, "/write-offs/" + draw.hex() + "/reversal"), "", DrawView.class);
    }

    @Override
    public ProposalView propose(Proposal proposal) {
        return done("/api/proposals", proposal.write(), ProposalView.class);
    }

    @Override
    public ProposalView approve(ProposalId proposal) {
        return done("/api/proposals/" + proposal.hex() + "/approval", "", ProposalView.class);
    }

    /** In whose name the running client acts. */
    private MspId organisation() {
        return new MspId(get("/api/identity", Identity.class).organisation);
    }

    private record Identity(String organisation) {}

    private static String of(DocumentId document, String what) {
        return "/api/documents/" + document.hex() + what;
    }

    private static JsonObject sequence(long expected) {
        JsonObject request = new JsonObject();
        request.addProperty("sequence", expected);
        return request;
    }

    private <T> T get(String path, Class<T> type) {
        return server.get(path, Map.of(), type);
    }

    private <T> T done(String path, JsonObject request, Class<T> type) {
        return done(path, request.toString(), type);
    }

    private <T> T done(String path, String request, Class<T> type) {
        Server.Answer answer = server.post(path, "application/json", BodyPublishers.ofString(request));
        return server.read(answer.accepted() ? server.settled(answer).get("result") : answer.json(), type);
    }

    @Override
    public void close() {}
}
