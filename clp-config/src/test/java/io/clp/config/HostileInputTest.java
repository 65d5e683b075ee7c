package io.clp.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileInputTest {
    @TempDir
    private Path folder;

    @Test
    void anEntityBombIsRefusedBeforeItIsParsed() {
        String entities = IntStream.range(1, 10)
                .mapToObj(it -> "<!ENTITY e" + it + " \"" + ("&e" + (it - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining("\n"));
        String text =
                "<?xml version=\"1.0\"?>\n<!DOCTYPE root [<!ENTITY e0 \"ha\">\n" + entities + "]>\n<root>&e9;</root>";

        assertThatThrownBy(() -> Texts.read(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("2:1: a document type (DTD) is not allowed");
    }

    @Test
    void anExternalEntityIsNotRead() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "outside");
        String text = "<!DOCTYPE root [<!ENTITY x SYSTEM \"" + secret.toUri()
                + "\">]>\n<root><cluster><name>&x;</name></cluster></root>";

        assertThatThrownBy(() -> Texts.read(text)).hasMessageContaining("1:1").hasMessageNotContaining("outside");
    }

    @Test
    void aFileOverTheLimitIsRefused() {
        byte[] bytes = new byte[16 * 1_048_576 + 1];

        assertThatThrownBy(() -> Texts.read(bytes))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("clp.conf: larger than 16 MiB");
    }

    @Test
    void tooManyElementsAreRefusedWithThePlaceOfTheFirstTooMany() {
        String text = "<root>\n" + "<a/>".repeat(100_000) + "</root>";

        assertThatThrownBy(() -> Texts.read(text)).hasMessageContaining("2:399997: more than 100000 elements");
    }

    @Test
    void elementsTooDeepAreRefused() {
        String text = "<root>".repeat(100_000);

        assertThatThrownBy(() -> Texts.read(text)).hasMessageContaining("more than 32 elements within each other");
    }

    @Test
    void openCommentsWithoutEndTakeNoTime() {
        assertThatThrownBy(() -> Texts.read("<!--<all".repeat(1_000_000))).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> Texts.read("<!---->".repeat(1_000_000))).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> Texts.read("<all><encode".repeat(1_000_000)))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void namesThatAllBecomeTheSameIdTakeNoTime() {
        String many = IntStream.range(0, 20_000)
                .mapToObj(it -> "<fip name=\"\u3042\u3042" + Character.toString(0x3400 + it) + "\"/>")
                .collect(Collectors.joining());

        assertThatThrownBy(() -> Texts.read(Broken.RIGHT.replace("<types name=\"fip\"/>", many)))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aGroupWithTooManyResourcesIsRefused() {
        String many = IntStream.range(0, 257)
                .mapToObj(it -> "<resource name=\"fip@f" + it + "\"/>")
                .collect(Collectors.joining());

        assertThatThrownBy(() -> Texts.read(Broken.RIGHT.replace("<resource name=\"fip@fip2\"/>", many)))
                .hasMessageContaining("a group of more than 256 resources");
    }

    @Test
    void whatIsNoClpConfIsSaidToBeNone() {
        for (String text :
                new String[] {"<html/>", "<root/>", "<root><server2/></root>", "<project><server name='a'/></project>"
                }) {
            assertThatThrownBy(() -> Texts.read(text)).hasMessageContaining("this is no clp.conf");
        }
        for (String text : new String[] {"", " ", "MZ\u0000\u0001", "[section]\nkey=value\n", "{}"}) {
            ConfigurationException e = catchThrowableOfType(
                    ConfigurationException.class, () -> Texts.read(text.getBytes(StandardCharsets.UTF_8)));
            assertThat(e).as(text).hasMessageContaining("not well-formed XML");
        }
    }
}
