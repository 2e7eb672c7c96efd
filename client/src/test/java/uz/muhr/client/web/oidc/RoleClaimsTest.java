package uz.muhr.client.web.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uz.muhr.client.access.Role;

class RoleClaimsTest {
    private static final Map<Role, Set<String>> ROLES =
            Map.of(Role.ISSUER, Set.of("muhr-issuer"), Role.OFFICER, Set.of("muhr-desk", "muhr-customs"));

    private final RoleClaims flat = new RoleClaims("roles", ROLES);
    private final RoleClaims nested = new RoleClaims("realm_access.roles", ROLES);

    @Test
    void theProvidersRolesBecomeOursAndOthersNone() {
        assertEquals(
                Set.of(Role.ISSUER, Role.OFFICER),
                flat.in(Map.of("roles", List.of("muhr-issuer", "muhr-desk", "muhr-customs", "uma_authorization"))));
    }

    @Test
    void oneRoleMayStandWithoutAList() {
        assertEquals(Set.of(Role.ISSUER), flat.in(Map.of("roles", "muhr-issuer")));
    }

    @Test
    void rolesMayBeInsideAnotherClaim() {
        assertEquals(Set.of(Role.OFFICER), nested.in(Map.of("realm_access", Map.of("roles", List.of("muhr-customs")))));
        assertEquals(Set.of(), nested.in(Map.of("roles", List.of("muhr-customs"))));
    }

    @Test
    void aClaimWhoseNameHasDotsIsMeantAsAWhole() {
        RoleClaims named = new RoleClaims("https://agency.example/roles", ROLES);
        assertEquals(Set.of(Role.ISSUER), named.in(Map.of("https://agency.example/roles", List.of("muhr-issuer"))));
    }

    @Test
    void oneNameOfTheProvidersMayGiveSeveralOfOurs() {
        RoleClaims both =
                new RoleClaims("roles", Map.of(Role.ISSUER, Set.of("chief"), Role.AUDITOR, Set.of("chief", "audit")));
        assertEquals(Set.of(Role.ISSUER, Role.AUDITOR), both.in(Map.of("roles", List.of("chief"))));
        assertEquals(Set.of(Role.AUDITOR), both.in(Map.of("roles", List.of("audit"))));
    }

    @Test
    void ourOwnNamesOfRolesGiveNothingUnlessTheSettingsSaySo() {
        assertEquals(Set.of(), flat.in(Map.of("roles", List.of("ISSUER", "ADMINISTRATOR", "issuer", "MUHR-ISSUER"))));
    }

    @Test
    void whatIsNotUnderstoodGivesNoRole() {
        assertEquals(Set.of(), flat.in(Map.of()));
        assertEquals(Set.of(), flat.in(Map.of("roles", 7)));
        assertEquals(Set.of(), flat.in(Map.of("roles", Map.of("muhr-issuer", true))));
        assertEquals(Set.of(), flat.in(Map.of("roles", "muhr-issuer muhr-desk")));
        assertEquals(Set.of(Role.ISSUER), flat.in(Map.of("roles", Arrays.asList(null, 1, "muhr-issuer", List.of()))));
        assertEquals(Set.of(), nested.in(Map.of("realm_access", "roles")));
    }
}
