package io.clp.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.config.ReadReport.Entry;
import io.clp.config.ReadReport.Fate;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class ReportTest {
    static Stream<String> samples() {
        return Samples.ALL.stream();
    }

    /** Looked at with another parser than the reader's. */
    @ParameterizedTest
    @MethodSource("samples")
    void everyElementThatHoldsNoOtherHasAnEntryOrIsInOneThatIsLeftOut(String sample) throws Exception {
        ReadReport report = Samples.read(sample).report();
        List<String> missing = new ArrayList<>();

        check(dom(sample), "", report, missing);

        assertThat(missing).isEmpty();
    }

    private static Element dom(String sample) throws Exception {
        String text = text(sample);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }

    private static String text(String sample) throws IOException {
        Charset charset = Charset.forName(sample.equals("services") ? "UTF-8" : "windows-31j");
        return Files.readString(Samples.conf(sample), charset);
    }

    private static void check(Element element, String path, ReadReport report, List<String> missing) {
        boolean leaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                leaf = false;
                String key = inner.hasAttribute("name") ? inner.getAttribute("name") : inner.getAttribute("id");
                String step = inner.getTagName() + (key.isEmpty() ? "" : "[" + key + "]");
                check(inner, path.isEmpty() ? step : path + "/" + step, report, missing);
            }
        }
        if (leaf && !covered(path, report)) {
            missing.add(path);
        }
    }

    private static boolean covered(String path, ReadReport report) {
        boolean own = !report.at(path).isEmpty();
        boolean around = report.entries(Fate.LEFT_OUT).stream().anyMatch(it -> path.startsWith(it.path() + "/"));
        return own || around;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eachEntryIsWhereItsElementBegins(String sample) throws IOException {
        List<String> lines = text(sample).lines().toList();

        assertThat(Samples.read(sample).report().entries())
                .allSatisfy(it -> assertThat(lines.get(it.line() - 1).substring(it.column() - 1))
                        .startsWith("<" + tag(it)));
    }

    private static String tag(Entry entry) {
        Matcher last = Pattern.compile("(?:^|/)([a-z0-9]+)(?:\\[[^\\]]*\\])?$").matcher(entry.path());
        assertThat(last.find()).as(entry.path()).isTrue();
        return last.group(1);
    }

    @Test
    void whatIsLeftOutSaysWhy() {
        for (String sample : Samples.ALL) {
            assertThat(Samples.read(sample).report().entries())
                    .filteredOn(it -> it.fate() != Fate.KEPT)
                    .allSatisfy(it -> assertThat(it.what()).isNotBlank());
        }
    }

    @Test
    void nothingIsToldTwice() {
        for (String sample : Samples.ALL) {
            assertThat(Samples.read(sample).report().entries()).doesNotHaveDuplicates();
        }
    }

    @Test
    void anUnknownElementAndAnUnknownAttributeAreLeftOut() throws IOException {
        String text = Broken.RIGHT
                .replace("<start>1</start>", "<start>1</start><colour shade=\"dark\">red</colour>")
                .replace("<service name=\"svc1\">", "<service name=\"svc1\" speed=\"high\">")
                .replace("<act><timeout>", "<act><patience>9</patience><timeout>");

        ReadReport report = Texts.read(text).report();

        assertThat(report.at("group[web]/colour")).extracting(Entry::fate).containsExactly(Fate.LEFT_OUT);
        assertThat(report.at("resource/service[svc1]/@speed"))
                .extracting(Entry::fate)
                .containsExactly(Fate.LEFT_OUT);
        assertThat(report.at("resource/service[svc1]/act/patience"))
                .extracting(Entry::toString)
                .containsExactly("29:9: resource/service[svc1]/act/patience: left out: not known to this library");
    }

    @Test
    void everyTypeThatIsNotReadIsLeftOutWithItsReason() {
        assertThat(Samples.read("services").report().entries(Fate.LEFT_OUT))
                .extracting(Entry::path)
                .contains(
                        "webmgr",
                        "trekking",
                        "heartbeat",
                        "networkpartition",
                        "resource/vcom[vcom1]",
                        "monitor/genw[genw1]",
                        "monitor/userw[userw]");
    }
}
