package io.clp.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
    @ParameterizedTest
    @CsvSource({"SJIS, windows-31j", "Shift_JIS, windows-31j", "EUC-JP, EUC-JP", "UTF-8, UTF-8", "utf8, UTF-8"})
    void theFileIsInTheEncodingThatItNamesWhateverItsDeclarationSays(String name, String charset) {
        String text = Broken.RIGHT.replace("UTF-8", name).replace("<name>c1</name>", "<name>表示ソフト能力</name>");

        ClusterDefinition read = Texts.read(text, Charset.forName(charset));

        assertThat(read.name()).isEqualTo("表示ソフト能力");
        assertThat(read.encoding()).isEqualTo(Charset.forName(charset));
    }

    @Test
    void anEncodingInACommentIsNoEncoding() {
        String text = Broken.RIGHT
                .replace("<root>", "<root><!-- <all><encode>EUC-JP</encode></all> -->")
                .replace("<name>c1</name>", "<name>営業</name>");

        assertThat(Texts.read(text).name()).isEqualTo("営業");
    }

    @Test
    void withoutANamedEncodingTheDeclaredOneHolds() {
        String text = Broken.RIGHT
                .replace("<encode>UTF-8</encode>", "")
                .replace("encoding=\"ASCII\"", "encoding=\"Shift_JIS\"")
                .replace("<name>c1</name>", "<name>営業</name>");

        assertThat(Texts.read(text, Charset.forName("windows-31j")).name()).isEqualTo("営業");
    }

    @Test
    void aByteOrderMarkDecides() {
        String text = "\uFEFF" + Broken.RIGHT.replace("UTF-8", "SJIS").replace("<name>c1</name>", "<name>営業</name>");

        assertThat(Texts.read(text, StandardCharsets.UTF_8).name()).isEqualTo("営業");
        assertThat(Texts.read(text, StandardCharsets.UTF_16LE).name()).isEqualTo("営業");
        assertThat(Texts.read(text, StandardCharsets.UTF_16BE).name()).isEqualTo("営業");
        assertThat(Texts.read(text, StandardCharsets.UTF_8).encoding()).isEqualTo(Charset.forName("windows-31j"));
    }

    @Test
    void columnsCountCharactersAndNotBytes() {
        String text =
                Broken.RIGHT.replace("UTF-8", "SJIS").replace("  <start>1</start>", "<!-- 表示 --><start>x</start>");

        assertThatThrownBy(() -> Texts.read(text, Charset.forName("windows-31j")))
                .hasMessageContaining("8:12: group[web]/start");
    }

    @ParameterizedTest
    @CsvSource({"'\n'", "'\r\n'", "'\r'"})
    void linesEndAsTheyDoAnywhere(String end) {
        String text =
                Broken.RIGHT.replace("<start>1</start>", "<start>x</start>").replace("\n", end);

        assertThatThrownBy(() -> Texts.read(text)).hasMessageContaining("8:3: group[web]/start");
    }

    @Test
    void aByteThatIsNoCharacterIsAProblemWithItsPlace() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Broken.RIGHT
                .replace("<start>1</start>", "<comment>\u00A7</comment>")
                .getBytes(StandardCharsets.ISO_8859_1));

        ConfigurationException e =
                catchThrowableOfType(ConfigurationException.class, () -> Texts.read(bytes.toByteArray()));

        assertThat(e.problems())
                .containsExactly(
                        new ConfigurationException.Problem(8, 12, "", "byte 0xA7 is no part of a character in UTF-8"));
    }
}
