package io.clp.rehearse.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clp.rehearse.passage.Passage;
import io.clp.rehearse.passage.Row;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page as a browser gets it, read as XML. */
class PageTest {
    private static final Passage FAILOVER = new Passage(
            "web fails over",
            true,
            Duration.ofSeconds(4),
            List.of(
                    row("SV1", "", "power off, noticed", 0, 1_000, List.of()),
                    row("SV2", "disk", "online", 1_000, 500, List.of("mount E:\\: DONE")),
                    row("SV2", "iis", "online", 1_500, 2_500, List.of("a < b & c > \"d\""))),
            0,
            List.of());

    @Test
    void barsLieWhereTheTimesSay() throws Exception {
        List<Element> bars = elements(page(FAILOVER), "rect");
        double whole = 560;
        assertThat(bars).hasSize(3);
        double end = number(bars.get(0), "x");
        long[] millis = {1_000, 500, 2_500};
        for (int i = 0; i < millis.length; i++) {
            assertThat(number(bars.get(i), "x")).isCloseTo(end, within(0.01));
            assertThat(number(bars.get(i), "width")).isCloseTo(whole * millis[i] / 4_000, within(0.01));
            end = number(bars.get(i), "x") + number(bars.get(i), "width");
        }
        assertThat(end - number(bars.get(0), "x")).isCloseTo(whole, within(0.01));
    }

    @Test
    void whatTookNoTimeIsStillSeen() throws Exception {
        Passage passage = new Passage(
                "web starts",
                false,
                Duration.ofSeconds(1),
                List.of(row("SV1", "ip", "offline", 0, 0, List.of())),
                0,
                List.of());
        assertThat(number(elements(page(passage), "rect").get(0), "width")).isEqualTo(1);
    }

    @Test
    void aPassageThatTookNoTimeHasBarsAllTheSame() throws Exception {
        Passage passage = new Passage(
                "web starts", false, Duration.ZERO, List.of(row("SV1", "ip", "online", 0, 0, List.of())), 0, List.of());
        assertThat(elements(page(passage), "rect")).hasSize(1);
    }

    @Test
    void textIsNeverMarkup() throws Exception {
        String evil = "</pre><script>alert('x')</script> & \u0001 \ud800";
        Document page = read(new Page(evil).lines(evil, List.of(evil)).build());
        assertThat(elements(page, "script")).isEmpty();
        assertThat(elements(page, "pre").get(0).getTextContent()).contains("<script>alert('x')</script> & ? ?");
        assertThat(elements(page(FAILOVER), "li"))
                .extracting(Element::getTextContent)
                .contains("SV2 iis: a < b & c > \"d\"");
    }

    @Test
    void nothingIsLoadedFromAnywhere() {
        String page = new Page("rehearsal").passage(FAILOVER).build();
        assertThat(page).doesNotContain("src=", "@import", "url(", "<script");
        assertThat(page.replace("http://www.w3.org/1999/xhtml", "").replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:");
    }

    private static Row row(String node, String resource, String what, long start, long millis, List<String> log) {
        return new Row(node, resource, what, Duration.ofMillis(start), Duration.ofMillis(millis), true, log);
    }

    private static Document page(Passage passage) throws Exception {
        return read(new Page("rehearsal").passage(passage).build());
    }

    private static Document read(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
