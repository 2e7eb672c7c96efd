package uz.muhr.protocol.authority;

import com.google.gson.JsonElement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/** What a new network's ledger begins with: its member organisations, and who may issue what. Written once. */
public record Establishment(MemberOrganisations members, List<AuthorityRecord> authorities) {
    public Establishment {
        authorities = List.copyOf(authorities);
        Set<List<Object>> seen = new HashSet<>();
        for (AuthorityRecord authority : authorities) {
            if (!members.include(authority.issuer())) {
                throw Refusal.malformed(authority.issuer() + " is given authority but is no member organisation.");
            }
            if (!seen.add(List.of(authority.issuer(), authority.type()))) {
                throw Refusal.malformed(
                        authority.issuer() + " is given authority over type " + authority.type() + " twice.");
            }
        }
    }

    /**
     * Reads the argument of {@code network:establish}.
     *
     * @param text {@code {"authorities":[{"from":TIME,"issuer":MSP,"type":CODE},...],"organisations":[MSP,...]}}
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static Establishment parse(String text) {
        Members members = StrictJson.object("The establishment", text);
        Establishment read = new Establishment(
                MemberOrganisations.first(members.list("organisations", MemberOrganisations::msp)),
                members.list("authorities", Establishment::authority));
        members.end();
        return read;
    }

    private static AuthorityRecord authority(JsonElement json) {
        Members members = Members.of("An authority of the establishment", json);
        AuthorityRecord record = AuthorityRecord.first(
                members.text("issuer", MspId::new),
                members.text("type", TypeCode::new),
                new AuthorityPeriod(members.time("from"), Optional.empty(), Optional.empty()),
                Optional.empty());
        members.end();
        return record;
    }
}
