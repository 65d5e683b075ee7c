package io.clp.windows.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {
    private static IpLiteral ip(String text) {
        return Objects.requireNonNull(IpLiteral.parse(text), text);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.9, 10.0.0.9",
        "255.255.255.255, 255.255.255.255",
        "fd00::9, fd00:0:0:0:0:0:0:9",
        "FD00:0000::0009, fd00:0:0:0:0:0:0:9",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "::, 0:0:0:0:0:0:0:0",
        "::8, 0:0:0:0:0:0:0:8",
        "1::, 1:0:0:0:0:0:0:0",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0"
    })
    void readsLiterals(String text, String same) {
        assertThat(ip(text)).hasToString(same).isEqualTo(ip(same)).hasSameHashCodeAs(ip(same));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.1.2",
                "010.0.0.1",
                "10.0.0.1 ",
                "-1.0.0.1",
                "host",
                "10.0.0.x",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8",
                "12345::",
                "g::",
                "fe80::1%eth0",
                "::ffff:10.0.0.1",
                "1:",
                ":1",
                "[::1]",
                "٣.0.0.1"
            })
    void takesNothingElseForOne(String text) {
        assertThat(IpLiteral.parse(text)).isNull();
    }

    @Test
    void comparesSubnets() {
        assertThat(ip("10.0.0.9").sameSubnet(ip("10.0.1.9"), 23)).isTrue();
        assertThat(ip("10.0.0.9").sameSubnet(ip("10.0.1.9"), 24)).isFalse();
        assertThat(ip("10.0.0.9").sameSubnet(ip("10.0.0.8"), 32)).isFalse();
        assertThat(ip("10.0.0.9").sameSubnet(ip("99.9.9.9"), 0)).isTrue();
        assertThat(ip("10.0.0.9").sameSubnet(ip("a00:9::"), 8)).isFalse();
        assertThat(ip("fd00::1").sameSubnet(ip("fd00::2"), 126)).isTrue();
        assertThat(ip("fd00::1").sameSubnet(ip("fd00::2"), 127)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.9, true", "223.255.255.255, true", "0.0.0.1, false", "127.0.0.1, false", "224.0.0.1, false",
                "240.0.0.1, false",
        "fd00::1, true", "fe80::1, true", "::, false", "::1, false", "::2, true", "ff02::1, false"
    })
    void knowsWhatAnInterfaceCanHave(String text, boolean unicast) {
        assertThat(ip(text).isUnicast()).isEqualTo(unicast);
    }

    @Test
    void keepsItsBytesToItself() {
        IpLiteral address = ip("10.0.0.9");
        address.bytes()[0] = 99;
        assertThat(address).isEqualTo(IpLiteral.of(new byte[] {10, 0, 0, 9}));
        assertThatThrownBy(() -> IpLiteral.of(new byte[5])).isInstanceOf(IllegalArgumentException.class);
    }
}
