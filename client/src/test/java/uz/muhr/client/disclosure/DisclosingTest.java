package uz.muhr.client.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.commitment.Binder;
import uz.muhr.client.commitment.Binding;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.commitment.Receipts;
import uz.muhr.client.disclosure.DisclosureView.FieldView;
import uz.muhr.client.document.DocumentFields;
import uz.muhr.protocol.commitment.FieldsRoot;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.disclosure.Disclosure;
import uz.muhr.protocol.disclosure.DisclosureText;
import uz.muhr.protocol.disclosure.FieldPath;
import uz.muhr.protocol.disclosure.SaltedField;
import uz.muhr.protocol.refusal.Refusal;

class DisclosingTest {
    @TempDir
    Path folder;

    private Path file;
    private Fingerprint fingerprint;

    @BeforeEach
    void aDocument() throws IOException {
        file = Files.writeString(
                folder.resolve("invoice.json"),
                "{\"number\": \"I-7\", \"buyer\": \"Secret & Sons\", \"total\": 1250.50, \"goods\": [{\"hs\": \"080610\"}]}");
        fingerprint = Client.fingerprint(file);
    }

    @Test
    void whatIsDisclosedComesToTheCommitmentOfTheReceipt() {
        Receipt receipt = receipt();
        Disclosure disclosure = disclose(receipt, "/total", "/goods");
        assertEquals(receipt.commitment(), disclosure.commitment());
        assertEquals(receipt.documentId(), disclosure.document());
        assertEquals(
                List.of(
                        new FieldView("", "object", ""),
                        new FieldView("/goods", "array", "1"),
                        new FieldView("/goods/0", "object", ""),
                        new FieldView("/goods/0/hs", "string", "080610"),
                        new FieldView("/total", "number", "1250.50")),
                DisclosureView.of(disclosure).fields());
        assertEquals(2, DisclosureView.of(disclosure).hidden());
    }

    @Test
    void nothingThatLeadsToTheHiddenIsInTheText() {
        Receipt receipt = receipt();
        String text = DisclosureText.write(disclose(receipt, "/total"));
        for (String secret : List.of(
                "Secret",
                "buyer",
                "I-7",
                fingerprint.hex(),
                receipt.binding().salt().orElseThrow().hex())) {
            assertFalse(text.contains(secret), secret);
        }
    }

    @Test
    void twoReceiptsOfOneFileHaveNothingInCommon() {
        Disclosure one = disclose(receipt(), "");
        Disclosure other = disclose(receipt(), "");
        one.shown().forEach((index, field) -> {
            SaltedField same = Objects.requireNonNull(other.shown().get(index));
            assertEquals(field.field(), same.field());
            assertFalse(field.salt().equals(same.salt()));
        });
        assertFalse(one.commitment().equals(other.commitment()));
    }

    @Test
    void aReceiptOfAnotherContentKindOrRootIsRefused() {
        Receipt receipt = receipt();
        refuses("another content", () -> Disclosing.of(file, new Fingerprint("0".repeat(64)), receipt));
        refuses("anchored as salted", () -> Disclosing.of(file, fingerprint, bound(new Binder.Salted())));
        Binding.Fields binding = (Binding.Fields) receipt.binding();
        for (FieldsRoot root : List.of(
                new FieldsRoot(binding.root().count(), "0".repeat(64)),
                new FieldsRoot(binding.root().count() + 1, binding.root().hex()))) {
            Receipt other = with(new Binding.Fields(binding.drawn(), root));
            refuses("root in its receipt", () -> Disclosing.of(file, fingerprint, other));
        }
    }

    @Test
    void aFileOnDiskIsKnownAsADisclosureByWhatStandsInIt() throws IOException {
        Disclosure disclosure = disclose(receipt(), "/total");
        Path out = Files.writeString(folder.resolve("out.pdf"), DisclosureText.write(disclosure));
        assertEquals(Optional.of(disclosure), new DisclosureFile(out).read());
        assertEquals(Optional.empty(), new DisclosureFile(file).read());
        assertEquals(Optional.empty(), new DisclosureFile(folder).read());
        Path text = Files.writeString(folder.resolve("letter.txt"), "About " + DisclosureText.MEDIA_TYPE);
        assertEquals(Optional.empty(), new DisclosureFile(text).read());
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {'{', (byte) 0xFF});
        assertEquals(Optional.empty(), new DisclosureFile(bytes).read());
    }

    @Test
    void aDisclosureThatWasChangedIsRefusedAndNotTakenForAnotherFile() throws IOException {
        String text = DisclosureText.write(disclose(receipt(), "/total"));
        for (String changed : List.of(text.replace("1250.50", "1250.51"), text + "\n", text.replace("{", "{ "))) {
            Path out = Files.writeString(folder.resolve("out.json"), changed);
            assertThrows(Refusal.class, () -> new DisclosureFile(out).read());
        }
    }

    private Disclosure disclose(Receipt receipt, String... paths) {
        return Disclosing.of(file, fingerprint, receipt)
                .disclose(List.of(paths).stream().map(FieldPath::new).toList());
    }

    private Receipt receipt() {
        return bound(new Binder.ByFields(DocumentFields.of(file, fingerprint)));
    }

    private Receipt bound(Binder binder) {
        return with(binder.bind(new SecureRandom()));
    }

    private Receipt with(Binding binding) {
        Receipt sample = Receipts.pending();
        return Receipt.pending(
                sample.issuer(),
                sample.type(),
                sample.number(),
                sample.validity(),
                sample.quantity(),
                fingerprint,
                binding);
    }

    private static void refuses(String says, Executable attempt) {
        String sentence = assertThrows(Refusal.class, attempt).sentence();
        assertTrue(sentence.contains(says), sentence);
    }
}
