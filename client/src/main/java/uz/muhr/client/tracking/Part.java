package uz.muhr.client.tracking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import uz.muhr.protocol.json.Shown;

/** One JSON object within an event. What is wrong with a member is noted, and the reading goes on, so that all is named at once. */
final class Part {
    private final String path;
    private final JsonNode object;
    private final Findings findings;

    /** @param path where it stands in its event; empty for the event itself */
    Part(String path, JsonNode object, Findings findings) {
        this.path = path;
        this.object = object;
        this.findings = findings;
    }

    Findings findings() {
        return findings;
    }

    JsonNode json() {
        return object;
    }

    boolean has(String name) {
        return object.has(name);
    }

    /** A member that has to be there. */
    Optional<String> needed(String name) {
        if (!has(name)) {
            findings.reject(FaultCode.MISSING_MEMBER, path(name) + " is missing.");
        }
        return text(name);
    }

    /** A member of text that may be absent. */
    Optional<String> text(String name) {
        return member(name, JsonNode::isString, "text").map(JsonNode::stringValue);
    }

    /** A member of text that has to be one of a list, where it is there. */
    Optional<String> code(String name, Set<String> known) {
        Optional<String> code = text(name);
        code.filter(word -> !known.contains(word))
                .ifPresent(word -> findings.reject(
                        FaultCode.UNKNOWN_CODE,
                        path(name) + " is \"" + Shown.of(word) + "\", which the standard does not know."));
        return code;
    }

    Optional<BigDecimal> number(String name) {
        return member(name, JsonNode::isNumber, "a number").map(JsonNode::decimalValue);
    }

    Optional<Boolean> flag(String name) {
        return member(name, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
    }

    Optional<Part> part(String name) {
        return member(name, JsonNode::isObject, "an object").map(found -> new Part(path(name), found, findings));
    }

    /** The objects of a list; none when it is absent. */
    List<Part> parts(String name) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode item : items(name)) {
            if (item.isObject()) {
                parts.add(new Part(path(name), item, findings));
            } else {
                findings.reject(FaultCode.WRONG_STRUCTURE, path(name) + " has to be a list of objects.");
            }
        }
        return parts;
    }

    /** The texts of a list; none when it is absent. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items(name)) {
            if (item.isString()) {
                texts.add(item.stringValue());
            } else {
                findings.reject(FaultCode.WRONG_STRUCTURE, path(name) + " has to be a list of texts.");
            }
        }
        return texts;
    }

    /** The names of members that are not among these. */
    List<String> beside(Set<String> known) {
        return object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .toList();
    }

    /** What a member is called in a sentence. */
    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private List<JsonNode> items(String name) {
        return member(name, JsonNode::isArray, "a list").stream()
                .flatMap(found -> found.valueStream())
                .toList();
    }

    private Optional<JsonNode> member(String name, Predicate<JsonNode> form, String expected) {
        Optional<JsonNode> value = Optional.ofNullable(object.get(name));
        value.filter(form.negate())
                .ifPresent(found -> findings.reject(
                        FaultCode.WRONG_STRUCTURE, path(name) + " has to be " + expected + "; it is not."));
        return value.filter(form);
    }
}
