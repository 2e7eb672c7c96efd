package uz.muhr.client.web.access;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static uz.muhr.client.access.Role.ADMINISTRATOR;
import static uz.muhr.client.access.Role.AUDITOR;
import static uz.muhr.client.access.Role.CARRIER;
import static uz.muhr.client.access.Role.ISSUER;
import static uz.muhr.client.access.Role.OFFICER;
import static uz.muhr.client.access.Role.REGISTRAR;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may do what: the one table. What has no row here is not there for anybody. It is coarse; whether a document, a seal or
 * a proposal lets its caller do it, the ledger decides.
 */
@Component
public final class AccessTable {
    private static final Who EVERYBODY = new Who.Everybody();
    private static final Who ANY_ROLE = new Who.AnyRole();
    private static final Who PERSON = new Who.Person();
    private static final Who NOBODY = new Who.Nobody();
    private static final Who HANDLERS = Who.having(OFFICER, CARRIER);

    private final List<Row> rows = Stream.of(
                    row(GET, EVERYBODY, "/api/openapi.json", "/api/identity", "/api/session"),
                    row(POST, EVERYBODY, "/api/verifications", "/api/disclosures", "/api/session"),
                    row(POST, EVERYBODY, "/api/proofs/verification"),
                    row(DELETE, EVERYBODY, "/api/session"),
                    row(PUT, PERSON, "/api/session/password"),
                    row(
                            GET,
                            ANY_ROLE,
                            "/api/documents",
                            "/api/documents/{id}",
                            "/api/documents/{id}/history",
                            "/api/documents/{id}/customs",
                            "/api/documents/{id}/report",
                            "/api/documents/{id}/proof",
                            "/api/trust",
                            "/api/organisations/{organisation}/authorities",
                            "/api/organisations/{organisation}/proposals",
                            "/api/proposals/{id}",
                            "/api/members",
                            "/api/certificates/{certificate}",
                            "/api/register/documents",
                            "/api/register/documents.csv",
                            "/api/register/seals",
                            "/api/register/counts",
                            "/api/register/counts.csv",
                            "/api/register/status",
                            "/api/submissions",
                            "/api/submissions/{id}",
                            "/api/feed"),
                    row(POST, ANY_ROLE, "/api/consignments/answers", "/api/reports", "/api/proofs"),
                    row(
                            POST,
                            Who.having(ISSUER),
                            "/api/suggestions",
                            "/api/stamps",
                            "/api/documents",
                            "/api/documents/{id}/suspension",
                            "/api/documents/{id}/reinstatement",
                            "/api/documents/{id}/renewal",
                            "/api/documents/{id}/revocation",
                            "/api/documents/{id}/replacement",
                            "/api/documents/{id}/reissue"),
                    row(
                            POST,
                            Who.having(OFFICER),
                            "/api/documents/{id}/write-offs",
                            "/api/documents/{id}/write-offs/{draw}/reversal",
                            "/api/documents/{id}/hold",
                            "/api/documents/{id}/release"),
                    row(
                            POST,
                            HANDLERS,
                            "/api/consignments",
                            "/api/consignments/links",
                            "/api/seals",
                            "/api/seals/replacements",
                            "/api/seals/acts",
                            "/api/seals/reports",
                            "/api/seals/readings"),
                    row(POST, Who.having(REGISTRAR), "/api/proposals", "/api/proposals/{id}/approval"),
                    row(
                            GET,
                            Who.having(ADMINISTRATOR),
                            "/api/accounts",
                            "/api/keys",
                            "/api/webhooks",
                            "/api/webhooks/{id}"),
                    row(POST, Who.having(ADMINISTRATOR), "/api/accounts", "/api/keys", "/api/webhooks"),
                    row(PATCH, Who.having(ADMINISTRATOR), "/api/accounts/{name}"),
                    row(POST, Who.having(ADMINISTRATOR), "/api/accounts/{name}/password"),
                    row(DELETE, Who.having(ADMINISTRATOR), "/api/keys/{id}", "/api/webhooks/{id}"),
                    row(GET, EVERYBODY, "/actuator/health", "/actuator/health/{part}"),
                    row(GET, Who.having(AUDITOR), "/api/tallies", "/api/tallies.csv", "/actuator/prometheus"),
                    row(GET, NOBODY, "/api/{*rest}", "/actuator/{*rest}", "/error"),
                    // Pages, and the files that they are made of.
                    row(GET, EVERYBODY, "/{*page}"))
            .flatMap(Set::stream)
            .toList();

    private record Row(HttpMethod method, PathPattern path, Who who) {}

    /** What the table has about a request. */
    sealed interface Entry {}

    /** There is such an operation. */
    record Operation(Who who) implements Entry {}

    /** The path has operations, of these methods alone. */
    record OtherMethods(Set<HttpMethod> methods) implements Entry {}

    /** There is nothing at the path. */
    record Nothing() implements Entry {}

    private static Set<Row> row(HttpMethod method, Who who, String... paths) {
        Set<Row> rows = new LinkedHashSet<>();
        for (String path : paths) {
            rows.add(new Row(method, PathPatternParser.defaultInstance.parse(path), who));
        }
        return rows;
    }

    /**
     * Whom an operation is for, in words.
     *
     * @param pattern of its path, such as {@code /api/documents/{id}}
     * @return empty when it is for everybody
     * @throws IllegalStateException when the table has no row for it
     */
    public Optional<String> admitted(HttpMethod method, String pattern) {
        if (!(entry(method, PathContainer.parsePath(pattern)) instanceof Operation operation)) {
            throw new IllegalStateException("The table has no row for " + method + " " + pattern + ".");
        }
        return operation.who.words();
    }

    /** @param path within this application */
    Entry entry(HttpMethod method, PathContainer path) {
        HttpMethod asked = method.equals(HEAD) ? GET : method;
        Set<HttpMethod> others = new LinkedHashSet<>();
        for (Row row : rows) {
            if (row.path.matches(path)) {
                if (row.who instanceof Who.Nobody) {
                    break;
                }
                if (row.method.equals(asked)) {
                    return new Operation(row.who);
                }
                others.add(row.method);
            }
        }
        return others.isEmpty() ? new Nothing() : new OtherMethods(others);
    }
}
