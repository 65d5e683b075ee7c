package io.clp.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.DefinitionException;
import io.clp.GroupId;
import io.clp.NodeId;
import io.clp.ResourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ids, node names, addresses, volumes and mount points may look like. */
class TextRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "web-1_x.y", "A234567890123456789012345678901234567890123456789012345678901234"})
    void takesIds(String id) {
        assertThat(Names.idProblem(id)).isNull();
        assertThat(GroupId.of(id).value()).isEqualTo(ResourceId.of(id).value());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-a", ".a", "_a", "a b", "a/b", "é", "a\n", "日本"})
    void refusesOtherIds(String id) {
        assertThat(Names.idProblem(id)).isNotNull();
        assertThatThrownBy(() -> GroupId.of(id)).isInstanceOf(DefinitionException.class);
        assertThatThrownBy(() -> ResourceId.of(id)).isInstanceOf(DefinitionException.class);
    }

    @Test
    void refusesAnIdThatIsTooLong() {
        assertThat(Names.idProblem("a".repeat(64))).isNull();
        assertThat(Names.idProblem("a".repeat(65))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SV1", "a", "node-with-15-chs", "日本"})
    void takesNodeNames(String name) {
        assertThat(Names.nodeProblem(name.length() > 15 ? name.substring(0, 15) : name))
                .isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "sixteen-letters-",
                "a b",
                "a\u3000b",
                "a\u00a0b",
                "a.b",
                "a\\b",
                "a/b",
                "a:b",
                "a*",
                "a?",
                "a\"",
                "<a",
                "a>",
                "a|"
            })
    void refusesOtherNodeNames(String name) {
        assertThat(Names.nodeProblem(name)).isNotNull();
        assertThatThrownBy(() -> NodeId.of(name)).isInstanceOf(DefinitionException.class);
    }

    @ParameterizedTest
    @CsvSource({"SV1, sv1", "Node, nODE", "ſ1, ſ1"})
    void comparesNodesWithoutRegardToCase(String one, String other) {
        assertThat(NodeId.of(one)).isEqualTo(NodeId.of(other)).hasSameHashCodeAs(NodeId.of(other));
    }

    @ParameterizedTest
    @CsvSource({"İ, i", "ſ, s", "SV1, SV2"})
    void keepsNodesApartThatHashApart(String one, String other) {
        assertThat(NodeId.of(one)).isNotEqualTo(NodeId.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.10/24, 10.0.0.10, 24",
        "223.255.255.254/32, 223.255.255.254, 32",
        "1.2.3.4/1, 1.2.3.4, 1",
        "fd00::10/64, fd00::10, 64",
        "FD00::ABCD/128, fd00::abcd, 128",
        "fd00:0:0:0:0:0:0:10/64, fd00::10, 64",
        "fd00::0010/64, fd00::10, 64",
        "fd00:0:1:0:0:0:1:0/64, fd00:0:1::1:0, 64",
        "1:0:0:2:0:0:3:4/64, 1::2:0:0:3:4, 64",
        "1:2:3:4:5:6:0:8/64, 1:2:3:4:5:6:0:8, 64",
        "1:2:3:4:5:6:7::/64, 1:2:3:4:5:6:7:0, 64",
        "fd00::/64, fd00::, 64",
        "::2/64, ::2, 64",
        "ff::1/64, ff::1, 64"
    })
    void givesOneAddressOneText(String text, String address, int prefix) {
        assertThat(Cidr.problem(text)).isNull();
        assertThat(Cidr.parse(text)).isEqualTo(new Cidr(address, prefix));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "10.0.0.10",
                "10.0.0.10/",
                "10.0.0.10/0",
                "10.0.0.10/33",
                "10.0.0.10/-1",
                "10.0.0.10/024",
                "10.0.0.10/x",
                "10.0.0/24",
                "10.0.0.256/24",
                "10.0.0.01/24",
                "010.0.0.1/24",
                "10.0.0.1.2/24",
                "10.0.0.1./24",
                "1.2.3.4\n/24",
                "0.0.0.0/8",
                "127.0.0.1/8",
                "224.0.0.1/4",
                "255.255.255.255/32",
                "host/24",
                "::/64",
                "0:0:0:0:0:0:0:0/64",
                "::1/128",
                "0::1/128",
                "ff02::1/64",
                "FF02::1/64",
                "fd00::10/0",
                "fd00::10/129",
                "fd00::1::2/64",
                "1:2:3:4:5:6:7/64",
                "1:2:3:4:5:6:7:8:9/64",
                "1:2:3:4:5:6:7:8::/64",
                ":1::2/64",
                "1::2:/64",
                "fd00::12345/64",
                "fd00::g/64",
                "fe80::1%3/64",
                ":/64",
                ":::/64",
                "10.0.0.10/24/24"
            })
    void refusesOtherAddresses(String text) {
        assertThat(Cidr.problem(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"E:\\", "e:\\", "C:\\content\\", "E:\\a b\\c.d\\", "E:\\.hidden\\"})
    void takesMountPoints(String path) {
        assertThat(Paths.mountPointProblem(path)).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "E:",
                "E",
                "E:/",
                "C:\\",
                "c:\\",
                "E:\\content",
                "EE:\\",
                "1:\\",
                "\\\\server\\share\\",
                "E:\\a\\\\b\\",
                "E:\\..\\",
                "E:\\.\\",
                "E:\\a\\..\\",
                "E:\\a.\\",
                "E:\\a \\",
                "E:\\a*\\",
                "E:\\a\n\\"
            })
    void refusesOtherMountPoints(String path) {
        assertThat(Paths.mountPointProblem(path)).isNotNull();
    }

    @Test
    void refusesAVeryLongMountPointWithoutOverflowingTheStack() {
        assertThat(Paths.mountPointProblem("E:\\" + "a\\".repeat(100_000))).contains("259");
    }

    @Test
    void takesVolumesByTheirGuidPathOnly() {
        String guid = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
        assertThat(Paths.volumeProblem("\\\\?\\Volume{" + guid + "}\\")).isNull();
        assertThat(Paths.volumeProblem("\\\\?\\Volume{" + guid + "}")).isNotNull();
        assertThat(Paths.volumeProblem("\\\\.\\Volume{" + guid + "}\\")).isNotNull();
        assertThat(Paths.volumeProblem("\\\\?\\Volume{" + guid.substring(1) + "}\\"))
                .isNotNull();
        assertThat(Paths.volumeProblem("E:\\")).isNotNull();
        assertThat(Paths.volumeProblem(null)).isNotNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "a/b", "a\\b", "a\u0007"})
    void refusesServiceNamesThatWindowsDoesNotAllow(String name) {
        assertThat(Names.serviceProblem(name)).isNotNull();
        assertThat(Names.serviceProblem("W3SVC")).isNull();
        assertThat(Names.serviceProblem("s".repeat(257))).isNotNull();
    }
}
