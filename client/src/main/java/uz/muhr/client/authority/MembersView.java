package uz.muhr.client.authority;

import java.util.List;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.identifier.MspId;

/**
 * The member organisations, for a person or another program.
 *
 * @param organisations their MSP ids, sorted
 * @param sequence the version, which the next proposal to admit one has to name
 */
public record MembersView(List<String> organisations, long sequence) {
    public static MembersView of(MemberOrganisations members) {
        return new MembersView(
                members.organisations().stream().map(MspId::value).toList(), members.sequence());
    }
}
