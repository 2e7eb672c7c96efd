package uz.muhr.protocol.consignment;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Containers and documents that a consignment takes in at once, by their commitments.
 *
 * @param containers sorted, none twice
 * @param documents sorted, none twice
 */
public record Linked(List<ContainerCommitment> containers, List<ConsignedDocument> documents) {
    public static final Linked NOTHING = new Linked(List.of(), List.of());

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public Linked {
        containers = List.copyOf(containers);
        documents = List.copyOf(documents);
        check("containers", containers);
        check("documents", documents);
    }

    /** In any order. */
    public static Linked of(Stream<ContainerCommitment> containers, Stream<ConsignedDocument> documents) {
        return new Linked(
                containers.sorted().distinct().toList(),
                documents.sorted().distinct().toList());
    }

    public boolean isEmpty() {
        return containers.isEmpty() && documents.isEmpty();
    }

    /** Writes it as the members {@code containers} and {@code documents}. */
    void write(JsonObject json) {
        json.add("containers", texts(containers, ContainerCommitment::hex));
        json.add("documents", texts(documents, ConsignedDocument::hex));
    }

    static Linked read(Members members) {
        return new Linked(containers(members), documents(members));
    }

    static List<ContainerCommitment> containers(Members members) {
        return members.list("containers", item -> Members.text("A container", item, ContainerCommitment::new));
    }

    static List<ConsignedDocument> documents(Members members) {
        return members.list("documents", item -> Members.text("A document", item, ConsignedDocument::new));
    }

    static <T> JsonArray texts(List<T> values, Function<T, String> text) {
        JsonArray list = new JsonArray();
        values.forEach(value -> list.add(text.apply(value)));
        return list;
    }

    private static <T extends Comparable<T>> void check(String what, List<T> values) {
        for (int i = 0; i + 1 < values.size(); i++) {
            if (values.get(i).compareTo(values.get(i + 1)) >= 0) {
                throw Refusal.malformed("The " + what + " of a consignment have to be sorted, and none twice.");
            }
        }
    }
}
