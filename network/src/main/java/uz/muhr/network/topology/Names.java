package uz.muhr.network.topology;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How names may look, so that they are safe in folder names, host names, certificates and Fabric's configuration. */
enum Names {
    NAME("[a-z](?:[a-z0-9-]{0,30}[a-z0-9])?", "lower-case letters, digits and inner '-', at most 32 characters"),
    MSP_ID("[A-Za-z][A-Za-z0-9]{0,59}MSP", "letters and digits, ending with MSP"),
    DOMAIN(
            "[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?){1,5}",
            "a domain of two to six lower-case labels"),
    /** Fabric's own rule for channels: common/configtx/validator.go, validateChannelID; shortened for folder names. */
    CHANNEL("[a-z][a-z0-9.-]{0,62}", "a lower-case letter, then lower-case letters, digits, '.' or '-'"),
    /** Fabric's own rule for chaincodes: core/scc/lscc, ChaincodeNameRegExp; shortened likewise. */
    CHAINCODE("(?=.{1,63}$)[a-zA-Z0-9]+(?:[-_][a-zA-Z0-9]+)*", "letters and digits, joined by single '-' or '_'"),
    /** A document name code of UNTDID 1001. */
    TYPE_CODE("[0-9]{1,3}", "a document type code of one to three digits");

    private final Pattern pattern;
    private final String rule;

    Names(String regex, String rule) {
        this.pattern = Pattern.compile(regex);
        this.rule = rule;
    }

    String require(String what, String found) {
        if (!pattern.matcher(found).matches()) {
            throw new TopologyException(what + " must be " + rule + ", found \"" + shown(found) + "\".");
        }
        return found;
    }

    static void requireDistinct(String what, Collection<?> values) {
        Set<Object> seen = new HashSet<>();
        for (Object value : values) {
            if (!seen.add(value)) {
                throw new TopologyException(what + " " + value + " is used twice; each must be its own.");
            }
        }
    }

    static String requireOneOf(String what, List<String> allowed, String found) {
        if (!allowed.contains(found)) {
            throw new TopologyException(
                    what + " must be one of " + String.join(", ", allowed) + "; found \"" + shown(found) + "\".");
        }
        return found;
    }

    /** At most 120 characters on one line, so that a strange file cannot flood the terminal. */
    static String shown(String text) {
        String line = text.codePoints()
                .limit(120)
                .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.length() < text.length() ? line + "..." : line;
    }
}
