package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.ErrorCode;

/** What is true of the arguments of every function, because one place takes them all. */
final class ArgumentsTest {
    private static final Pattern REFUSAL = Pattern.compile("[A-Z_]+: [^\\p{Cntrl}]{1,380}\\.");
    private static final SampleNetwork NETWORK = SampleNetwork.withLife();

    /** A function with arguments that it takes on {@link #NETWORK}. */
    record Function(String name, Identity caller, List<String> arguments) {
        @Override
        public String toString() {
            return name;
        }

        List<byte[]> bytes() {
            List<byte[]> bytes = new ArrayList<>(List.of(name.getBytes(StandardCharsets.UTF_8)));
            arguments.forEach(argument -> bytes.add(argument.getBytes(StandardCharsets.UTF_8)));
            return bytes;
        }
    }

    static List<Function> functions() {
        List<Function> all = new ArrayList<>(documentFunctions());
        all.addAll(SealFunctions.all(NETWORK.now()));
        return all;
    }

    private static List<Function> documentFunctions() {
        String id = SampleNetwork.DOCUMENT.hex();
        return List.of(
                new Function(
                        "document:anchor",
                        SampleNetwork.CHAMBER,
                        List.of(SampleNetwork.list(
                                SampleNetwork.item(SampleNetwork.ORIGIN, "N2", SampleNetwork.OPEN)))),
                new Function("document:read", SampleNetwork.OFFICER, List.of(id)),
                new Function("document:history", SampleNetwork.OFFICER, List.of(id, "1")),
                new Function("document:suspend", SampleNetwork.CHAMBER, List.of(id, "1")),
                new Function("document:reinstate", SampleNetwork.CHAMBER, List.of(SampleNetwork.SUSPENDED.hex(), "2")),
                new Function("document:renew", SampleNetwork.CHAMBER, List.of(id, "1")),
                new Function(
                        "document:replace",
                        SampleNetwork.CHAMBER,
                        List.of(SampleNetwork.replacement(SampleNetwork.DOCUMENT, 1, "N3")
                                .write())),
                new Function(
                        "document:reissue",
                        SampleNetwork.CHAMBER,
                        List.of(SampleNetwork.reissue(SampleNetwork.DOCUMENT, 1, SampleNetwork.OTHER)
                                .write())),
                new Function("document:attest", SampleNetwork.OFFICER, List.of("{\"document\":\"" + id + "\"}")),
                new Function(
                        "customs:draw",
                        SampleNetwork.OFFICER,
                        List.of(SampleNetwork.draw(2, "5").write())),
                new Function(
                        "customs:reverse",
                        SampleNetwork.OFFICER,
                        List.of(SampleNetwork.PERMIT.hex(), SampleNetwork.DRAWN.hex())),
                new Function("customs:hold", SampleNetwork.OFFICER, List.of(id, "0")),
                new Function("customs:release", SampleNetwork.OFFICER, List.of(SampleNetwork.HELD.hex(), "1")),
                new Function(
                        "customs:draws",
                        SampleNetwork.OFFICER,
                        List.of(SampleNetwork.PERMIT.hex(), SampleNetwork.DRAWN.hex())),
                new Function("customs:holds", SampleNetwork.OFFICER, List.of(SampleNetwork.HELD.hex())),
                new Function("document:find", SampleNetwork.OFFICER, List.of("open", SampleNetwork.OPEN.hex())),
                new Function("document:revoke", SampleNetwork.CHAMBER, List.of(id, "1", "unspecified")),
                new Function("document:verify", SampleNetwork.OFFICER, List.of("{\"document\":\"" + id + "\"}")),
                new Function("authority:propose", SampleNetwork.REGISTRAR, List.of(SampleNetwork.GRANT.write())),
                new Function(
                        "authority:approve",
                        SampleNetwork.CHAMBER_REGISTRAR,
                        List.of(SampleNetwork.ADMIT.id().hex())),
                new Function(
                        "authority:proposal",
                        SampleNetwork.OFFICER,
                        List.of(SampleNetwork.ADMIT.id().hex())),
                new Function("authority:proposals", SampleNetwork.OFFICER, List.of("CustomsMSP")),
                new Function("authority:list", SampleNetwork.OFFICER, List.of("ChamberMSP")),
                new Function(
                        "authority:certificate",
                        SampleNetwork.OFFICER,
                        List.of(SampleNetwork.STOLEN.certificateHash())),
                new Function("authority:read", SampleNetwork.OFFICER, List.of("ChamberMSP", "861")),
                new Function("network:members", SampleNetwork.OFFICER, List.of()));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theRightArgumentsAreTaken(Function function) {
        assertEquals(
                200, NETWORK.run(function.caller, function.bytes()).response().getStatusCode());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void oneArgumentMoreOrLessIsRefused(Function function) {
        List<byte[]> more = function.bytes();
        more.add(new byte[0]);
        refused(function, more, "takes " + function.arguments.size() + " argument(s)");
        if (!function.arguments.isEmpty()) {
            List<byte[]> less = function.bytes();
            less.remove(1);
            refused(function, less, "it was given " + (function.arguments.size() - 1));
        }
    }

    /** The contract API would put a replacement character in its place and go on. */
    @ParameterizedTest
    @MethodSource("functions")
    void anArgumentThatIsNotUtf8IsRefused(Function function) {
        byte[][] wrong = {
            {(byte) 0xFF}, {(byte) 0xC0, (byte) 0x80}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {'a', (byte) 0xE2}
        };
        for (int i = 1; i <= function.arguments.size(); i++) {
            for (byte[] bytes : wrong) {
                List<byte[]> arguments = function.bytes();
                arguments.set(i, bytes);
                refused(function, arguments, "has to be UTF-8");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void anOversizeArgumentIsRefusedWithoutBeingRepeated(Function function) {
        for (int i = 1; i <= function.arguments.size(); i++) {
            List<byte[]> arguments = function.bytes();
            arguments.set(i, "x".repeat(StrictJson.MAX_LENGTH + 1).getBytes(StandardCharsets.UTF_8));
            refused(function, arguments, "");
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aDamagedArgumentIsTakenOrRefusedWithACodeButNeverAFault(Function function) {
        long seed = 11;
        Random random = new Random(seed);
        for (int i = 0; i < 300 && !function.arguments.isEmpty(); i++) {
            List<byte[]> arguments = function.bytes();
            int which = 1 + random.nextInt(function.arguments.size());
            byte[] damaged = arguments.get(which).clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            arguments.set(which, damaged);
            SampleNetwork.Transaction made = NETWORK.run(function.caller, arguments);
            String message = String.valueOf(made.response().getMessage());
            assertEquals(
                    true,
                    made.response().getStatusCode() == 200
                            || REFUSAL.matcher(message).matches(),
                    "seed " + seed + ", try " + i + ": " + message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"document:delete", "document:Anchor", "authority:grant", "network:x", "document: read"})
    void anUnknownFunctionIsRefusedByCode(String name) {
        NETWORK.refuses(ErrorCode.UNKNOWN_FUNCTION, "chaincode/README.md", SampleNetwork.CHAMBER, name);
    }

    /** The shim answers these itself, before any contract of ours is reached. */
    @ParameterizedTest
    @ValueSource(strings = {"read", "", "documents:read", ":read", "document", "a:b:c"})
    void aNameWithoutOneOfOurContractsIsRefusedByTheShim(String name) {
        SampleNetwork.Transaction made = NETWORK.run(SampleNetwork.CHAMBER, name);
        assertEquals(500, made.response().getStatusCode());
        assertEquals(0, made.stub().writes.size());
    }

    @Test
    void everyFunctionOfTheContractsIsInThisTest() {
        Map<String, Class<?>> contracts = new HashMap<>();
        contracts.put("document", DocumentContract.class);
        contracts.put("authority", AuthorityContract.class);
        contracts.put("network", NetworkContract.class);
        contracts.put("customs", CustomsContract.class);
        contracts.put("seal", SealContract.class);
        List<String> declared = new ArrayList<>();
        contracts.forEach((prefix, contract) -> List.of(contract.getDeclaredMethods()).stream()
                .filter(method ->
                        method.isAnnotationPresent(org.hyperledger.fabric.contract.annotation.Transaction.class))
                .forEach(method -> declared.add(prefix + ":" + method.getName())));
        List<String> tested =
                new ArrayList<>(functions().stream().map(Function::name).toList());
        tested.add("network:establish"); // in NetworkContractTest: it needs a ledger without organisations
        assertEquals(
                tested.stream().sorted().toList(), declared.stream().sorted().toList());
    }

    private static void refused(Function function, List<byte[]> arguments, String says) {
        NETWORK.run(function.caller, arguments).assertRefused(ErrorCode.MALFORMED_ARGUMENT, says);
    }
}
