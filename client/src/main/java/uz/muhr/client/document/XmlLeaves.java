package uz.muhr.client.document;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads an XML document from its beginning to its end, without a document type, without entities, and bounded. */
final class XmlLeaves {
    private static final XMLInputFactory FACTORY = factory();

    private final Map<String, String> texts = new HashMap<>();
    private final StringBuilder path = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private String root = "";
    private int depth;

    private XmlLeaves() {}

    /**
     * Its texts; of those at the same place, the first.
     *
     * @throws UnreadableDocument when it is not well-formed, has a document type, or is too deep
     */
    static Leaves read(byte[] file) {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(file));
            XmlLeaves leaves = new XmlLeaves();
            while (xml.hasNext()) {
                leaves.take(xml, xml.next());
            }
            return new Leaves(leaves.root, leaves.texts);
        } catch (XMLStreamException e) {
            throw new UnreadableDocument("The file begins like XML, but it is not well-formed.", e);
        }
    }

    private void take(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new UnreadableDocument("The XML has a document type or entities of its own, which are not read.");
            case XMLStreamConstants.START_ELEMENT -> begin(xml);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(xml);
            case XMLStreamConstants.END_ELEMENT -> end();
            default -> {}
        }
    }

    private void begin(XMLStreamReader xml) {
        if (++depth > Leaves.MOST_DEPTH) {
            throw new UnreadableDocument("The XML is more than " + Leaves.MOST_DEPTH + " elements deep.");
        }
        if (depth == 1) {
            root = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        }
        path.append('/').append(xml.getLocalName());
        text.setLength(0);
    }

    private void append(XMLStreamReader xml) {
        if (text.length() <= Leaves.LONGEST) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(xml.getTextLength(), Leaves.LONGEST + 1));
        }
    }

    private void end() {
        if (text.length() <= Leaves.LONGEST
                && texts.size() < Leaves.MOST
                && !text.toString().isBlank()) {
            texts.putIfAbsent(path.substring(1), text.toString());
        }
        text.setLength(0);
        path.setLength(path.lastIndexOf("/"));
        depth--;
    }

    private static XMLInputFactory factory() {
        // The one of the JDK, whatever else lies on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside of a document is read.");
        });
        return factory;
    }
}
