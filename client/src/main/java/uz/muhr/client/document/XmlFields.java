package uz.muhr.client.document;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import uz.muhr.protocol.disclosure.Field;
import uz.muhr.protocol.disclosure.FieldPath;
import uz.muhr.protocol.disclosure.FieldType;

/**
 * XML 1.0 with namespaces, without a document type. A field is each element, under its local name and its place among those of
 * that name in its parent; each of its attributes; and its text when no element is in it. Comments, instructions, prefixes and
 * the space between elements are no fields.
 */
final class XmlFields {
    private static final String TEXT = "text()";

    private final String name;
    private final XMLStreamReader reader;
    private final List<Field> fields = new ArrayList<>();

    private XmlFields(String name, XMLStreamReader reader) {
        this.name = name;
        this.reader = reader;
    }

    static List<Field> of(String name, byte[] bytes) {
        try {
            XmlFields read = new XmlFields(name, factory().createXMLStreamReader(new ByteArrayInputStream(bytes)));
            read.add(FieldPath.ROOT, FieldType.ELEMENT, "");
            read.readWithin(FieldPath.ROOT);
            return read.fields;
        } catch (XMLStreamException e) {
            throw new UnreadableDocument(
                    name + " begins like XML, and is none at line "
                            + e.getLocation().getLineNumber() + ".",
                    e);
        }
    }

    /** Nothing outside the file is looked at, and nothing in it is multiplied. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** What stands in an element, up to its end, or in the document. */
    private void readWithin(FieldPath path) throws XMLStreamException {
        Map<String, Integer> elements = new HashMap<>();
        StringBuilder text = new StringBuilder();
        boolean within = true;
        while (within && reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> readElement(path, elements);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> within = false;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableDocument(
                            name + " has a document type declaration, or an entity of one, which are not read.");
                default -> {}
            }
        }
        if (elements.isEmpty() && !text.isEmpty()) {
            add(path.then(TEXT), FieldType.TEXT, text.toString());
        } else if (!text.toString().isBlank()) {
            throw new UnreadableDocument(name + " has text between elements, which are not read as fields.");
        }
    }

    private void readElement(FieldPath parent, Map<String, Integer> elements) throws XMLStreamException {
        int number = elements.merge(reader.getLocalName(), 1, Integer::sum);
        FieldPath path = parent.then(reader.getLocalName() + "[" + number + "]");
        add(path, FieldType.ELEMENT, namespace(reader.getNamespaceURI()));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = namespace(reader.getAttributeNamespace(i));
            add(
                    path.then(
                            "@" + (namespace.isEmpty() ? "" : "{" + namespace + "}") + reader.getAttributeLocalName(i)),
                    FieldType.ATTRIBUTE,
                    reader.getAttributeValue(i));
        }
        readWithin(path);
    }

    private static String namespace(@Nullable String uri) {
        return uri == null ? "" : uri;
    }

    private void add(FieldPath path, FieldType type, String value) {
        fields.add(new Field(path, type, value));
    }
}
