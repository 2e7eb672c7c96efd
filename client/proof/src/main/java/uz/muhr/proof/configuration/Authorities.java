package uz.muhr.proof.configuration;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.identity.Membership;
import uz.muhr.protocol.identifier.MspId;

/**
 * The trusted organisations' authorities from one configuration to the next. Orderers could install other authorities in
 * an organisation's name: so they have to stay as they were pinned, and who changes them has to hand out a new trust file.
 * Revocations may be added; one that was seen stays.
 */
final class Authorities {
    private final Map<MspId, FabricMSPConfig> pinned = new HashMap<>();
    private final Map<MspId, Set<ByteString>> revoked = new HashMap<>();
    private final SortedSet<MspId> trusted;

    Authorities(SortedSet<MspId> trusted) {
        this.trusted = trusted;
    }

    Authorities copy() {
        Authorities copy = new Authorities(trusted);
        copy.pinned.putAll(pinned);
        revoked.forEach((organisation, lists) -> copy.revoked.put(organisation, new LinkedHashSet<>(lists)));
        return copy;
    }

    /** The memberships under the next configuration. */
    Map<MspId, Membership> next(ConfigurationText text, Checks checks) {
        Map<MspId, Membership> members = new HashMap<>();
        for (MspId organisation : trusted) {
            FabricMSPConfig found = text.membership(organisation);
            FabricMSPConfig first = pinned.computeIfAbsent(organisation, unseen -> authorities(found));
            checks.require(
                    Check.MEMBERSHIP_KEPT,
                    "the trust file",
                    authorities(found).equals(first),
                    () -> "The configuration of block " + text.number() + " changes the authorities of " + organisation
                            + ": ask for a trust file of that configuration or a later one.");
            Set<ByteString> lists = revoked.computeIfAbsent(organisation, unseen -> new LinkedHashSet<>());
            lists.addAll(found.getRevocationListList());
            members.put(
                    organisation,
                    Membership.of(first.toBuilder().addAllRevocationList(lists).build(), checks));
        }
        return members;
    }

    /** What decides who is a member, and as what. */
    private static FabricMSPConfig authorities(FabricMSPConfig config) {
        return FabricMSPConfig.newBuilder()
                .setName(config.getName())
                .addAllRootCerts(config.getRootCertsList())
                .addAllIntermediateCerts(config.getIntermediateCertsList())
                .addAllOrganizationalUnitIdentifiers(config.getOrganizationalUnitIdentifiersList())
                .setFabricNodeOus(config.getFabricNodeOus())
                .build();
    }
}
