package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePagesTest {
    @ParameterizedTest
    @CsvSource({
        "65001, UTF-8",
        "932, windows-31j",
        "936, GBK",
        "949, x-windows-949",
        "950, x-windows-950",
        "437, IBM437",
        "850, IBM850",
        "858, IBM00858",
        "866, IBM866",
        "737, x-IBM737",
        "874, x-IBM874",
        "1252, windows-1252",
        "20127, US-ASCII",
        "54936, GB18030"
    })
    void aCodePageHasItsCharset(int codePage, String charset) {
        assertThat(CodePages.charset(codePage).name()).isEqualTo(charset);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "99999"})
    void anUnknownCodePageLosesNoByte(int codePage) {
        assertThat(CodePages.charset(codePage).name()).isEqualTo("ISO-8859-1");
    }
}
