package uz.muhr.network.devnet.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the channel agreed on for each of its chaincodes; at least one, the network's own first. */
public record Definitions(List<ChaincodeDefinition> all) {
    public Definitions {
        all = List.copyOf(all);
    }

    public static Definitions of(ChaincodeDefinition... definitions) {
        return new Definitions(List.of(definitions));
    }

    public Optional<ChaincodeDefinition> find(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Each chaincode's definition by its name, in order. */
    public Map<String, ChaincodeDefinition> byName() {
        Map<String, ChaincodeDefinition> byName = new LinkedHashMap<>();
        all.forEach(each -> byName.put(each.name(), each));
        return byName;
    }
}
