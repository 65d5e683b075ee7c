package io.clp.config.internal.read;

import io.clp.config.internal.xml.Element;
import java.util.Optional;

/** What a web monitor asks. The parameters are those of the Linux edition; those of Windows were not found to differ. */
final class HttpParameters {
    private static final int MOST_PORT = 65_535;

    private final Notes notes;
    private final Element element;
    private final String section;

    HttpParameters(Notes notes, Element element) {
        this.notes = notes;
        this.element = element;
        section = element.find("parameters").isPresent() ? "parameters" : "agentparam";
    }

    String uri() {
        Values values = new Values(notes);
        boolean secure = values.flag(element, section + "/https", false);
        Optional<Values.Figure> port = values.number(element, section + "/port", 1, MOST_PORT);
        port.ifPresent(it -> notes.kept(it.at()));
        String host = text("servername").orElse("localhost");
        String path = text("requesturi").orElse("/");
        return (secure ? "https://" : "http://")
                + (host.indexOf(':') >= 0 ? "[" + host + "]" : host)
                + port.map(it -> ":" + it.value()).orElse("")
                + (path.startsWith("/") ? path : "/" + path);
    }

    boolean head() {
        return !new Values(notes).flag(element, section + "/requesttype", false);
    }

    private Optional<String> text(String name) {
        Optional<Element> found = element.find(section + "/" + name);
        found.ifPresent(notes::kept);
        return found.map(Element::text).filter(it -> !it.isEmpty());
    }
}
