package io.clp.iis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IisVersionTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "6.0, IIS_6_0",
                "7.0, IIS_7_0",
                "7.5, IIS_7_5",
                "8.0, IIS_8_0",
                "8.5, IIS_8_5",
                "10.0, IIS_10",
                "11.0, IIS_10",
                "7.1, IIS_7_0",
                "5.1, -",
                "ten, -",
                "10, -",
                "99999999999.0, -",
                "'', -"
            })
    void readsWhatTheNodeSays(String text, IisVersion expected) {
        assertThat(IisVersion.parse(text).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "IIS_6_0, MSFTPSVC",
        "IIS_7_0, ftpsvc MSFTPSVC",
        "IIS_7_5, ftpsvc",
        "IIS_8_0, ftpsvc",
        "IIS_8_5, ftpsvc",
        "IIS_10, ftpsvc"
    })
    void namesTheFtpService(IisVersion version, String names) {
        assertThat(version.ftpServices()).containsExactly(names.split(" "));
    }
}
