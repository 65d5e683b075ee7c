package io.clp.config.internal.xml;

import io.clp.config.ConfigurationException;
import io.clp.config.ConfigurationException.Problem;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Parses a file that may be anybody's: no document type, nothing external, bounded in size, depth and number of elements. */
public final class DocumentReader {
    /** The most bytes that a file may have. */
    public static final int MOST_BYTES = 16 * 1_048_576;

    private static final int MOST_ELEMENTS = 100_000;
    private static final int DEEPEST = 32;

    private final String file;
    private final String text;
    private final Lines lines;
    private final StartTags tags;
    private final List<Problem> problems = new ArrayList<>();
    private int seen;

    private DocumentReader(String file, String text) {
        this.file = file;
        this.text = text;
        lines = new Lines(text);
        tags = new StartTags(text, MOST_ELEMENTS);
    }

    /**
     * Parses a file.
     *
     * @param file its name, for messages
     * @param bytes what it holds
     * @return its elements
     * @throws ConfigurationException it is not XML, or not such that it is taken
     */
    public static Document read(String file, byte[] bytes) {
        return new DocumentReader(file, new Decoder(file, bytes).text()).document();
    }

    private Document document() {
        if (tags.doctype() >= 0) {
            throw failure(lines.at(tags.doctype()), "a document type (DTD) is not allowed: a clp.conf has none");
        }
        if (tags.excess() >= 0) {
            throw failure(lines.at(tags.excess()), "more than " + MOST_ELEMENTS + " elements");
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            return new Document(parse(reader), Collections.unmodifiableList(problems));
        } catch (XMLStreamException e) {
            throw failure(place(e.getLocation()), "not well-formed XML: " + reason(e));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private Element parse(XMLStreamReader reader) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        Element root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Open begun = begin(reader, open.peek());
                    root = root == null ? begun.element : root;
                    open.push(begun);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop().end(problems);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().text.append(reader.getText());
                    }
                }
                default -> {} // comments and processing instructions say nothing
            }
            if (open.size() > DEEPEST) {
                throw failure(open.peek().element.place(), "more than " + DEEPEST + " elements within each other");
            }
        }
        if (root == null) {
            throw failure(new Place(1, 1), "not well-formed XML: there is no element");
        }
        return root;
    }

    private Open begin(XMLStreamReader reader, @Nullable Open around) {
        int offset = tags.offset(seen++);
        Place place = offset >= 0 ? lines.at(offset) : place(reader.getLocation());
        String name = reader.getLocalName();
        boolean hidden = around != null && around.element.secret();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount() && !hidden; i++) {
            String key = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i).strip();
            attributes.put(key, Secrets.named(key) || Secrets.looksLike(value) ? "(not read)" : value);
        }
        Element element = new Element(
                around == null ? null : around.element,
                name,
                attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(attributes),
                place,
                hidden || Secrets.named(name));
        if (around != null && !hidden) {
            around.element.add(element);
        }
        return new Open(element);
    }

    private Place place(Location location) {
        return location == null || location.getLineNumber() < 1
                ? Place.WHOLE
                : new Place(location.getLineNumber(), Math.max(1, location.getColumnNumber()));
    }

    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        return Secrets.masked(at < 0 ? message : message.substring(at + "Message: ".length()))
                .replaceAll("\\s+", " ");
    }

    private ConfigurationException failure(Place place, String why) {
        return new ConfigurationException(file, List.of(new Problem(place.line(), place.column(), "", why)));
    }

    /** An element whose end was not seen yet. */
    private static final class Open {
        private final Element element;
        private final StringBuilder text = new StringBuilder(0);

        Open(Element element) {
            this.element = element;
        }

        void end(List<Problem> problems) {
            String value = text.toString().strip();
            if (element.secret() || value.isEmpty()) {
                return;
            }
            if (element.children().isEmpty()) {
                element.hold(value);
            } else {
                Place place = element.place();
                problems.add(new Problem(
                        place.line(),
                        place.column(),
                        element.path(),
                        "holds text beside elements, which means nothing"));
            }
        }
    }
}
