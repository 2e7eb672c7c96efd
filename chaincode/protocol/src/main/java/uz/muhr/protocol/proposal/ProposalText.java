package uz.muhr.protocol.proposal;

import com.google.gson.JsonObject;
import uz.muhr.protocol.authority.Accreditation;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.proposal.Proposal.Admit;
import uz.muhr.protocol.proposal.Proposal.Distrust;
import uz.muhr.protocol.proposal.Proposal.DistrustCertificate;
import uz.muhr.protocol.proposal.Proposal.Grant;
import uz.muhr.protocol.proposal.Proposal.Withdraw;
import uz.muhr.protocol.refusal.Refusal;

/** A proposal in canonical JSON; its kind says which members it has. */
final class ProposalText {
    private static final String WHAT = "A proposal";

    private ProposalText() {}

    static JsonObject json(Proposal proposal) {
        JsonObject json = new JsonObject();
        json.addProperty("sequence", proposal.expected());
        if (proposal instanceof Grant grant) {
            onAuthority(json, "grant", grant.issuer(), grant.type());
            json.addProperty("accreditation", grant.accreditation().text());
            json.addProperty("from", LedgerTime.write(grant.from()));
            grant.until().ifPresent(time -> json.addProperty("until", LedgerTime.write(time)));
        } else if (proposal instanceof Withdraw withdraw) {
            onAuthority(json, "withdraw", withdraw.issuer(), withdraw.type());
            json.addProperty("from", LedgerTime.write(withdraw.from()));
        } else if (proposal instanceof Distrust distrust) {
            onAuthority(json, "distrust", distrust.issuer(), distrust.type());
            json.addProperty("since", LedgerTime.write(distrust.since()));
        } else if (proposal instanceof DistrustCertificate distrust) {
            json.addProperty("kind", "distrust-certificate");
            json.addProperty("certificate", distrust.certificate().hex());
            json.addProperty("since", LedgerTime.write(distrust.since()));
        } else if (proposal instanceof Admit admit) {
            json.addProperty("kind", "admit");
            json.addProperty("organisation", admit.organisation().value());
        }
        return json;
    }

    static Proposal parse(String text) {
        return read(StrictJson.canonicalObject(WHAT, text));
    }

    static Proposal read(Members members) {
        long expected = members.integer("sequence");
        if (expected < 0) {
            throw Refusal.malformed("A proposal's sequence has to be 0 or more; it is " + expected + ".");
        }
        Proposal proposal =
                switch (members.text("kind")) {
                    case "grant" ->
                        new Grant(
                                members.text("issuer", MspId::new),
                                members.text("type", TypeCode::new),
                                members.time("from"),
                                members.optionalTime("until"),
                                members.text("accreditation", Accreditation::new),
                                expected);
                    case "withdraw" ->
                        new Withdraw(
                                members.text("issuer", MspId::new),
                                members.text("type", TypeCode::new),
                                members.time("from"),
                                expected);
                    case "distrust" ->
                        new Distrust(
                                members.text("issuer", MspId::new),
                                members.text("type", TypeCode::new),
                                members.time("since"),
                                expected);
                    case "distrust-certificate" ->
                        new DistrustCertificate(
                                members.text("certificate", CertificateHash::new), members.time("since"), expected);
                    case "admit" -> new Admit(members.text("organisation", MspId::new), expected);
                    default ->
                        throw Refusal.malformed("A proposal's kind has to be grant, withdraw, distrust,"
                                + " distrust-certificate or admit; it is \"" + Shown.of(members.text("kind")) + "\".");
                };
        members.end();
        return proposal;
    }

    private static void onAuthority(JsonObject json, String kind, MspId issuer, TypeCode type) {
        json.addProperty("kind", kind);
        json.addProperty("issuer", issuer.value());
        json.addProperty("type", type.value());
    }
}
