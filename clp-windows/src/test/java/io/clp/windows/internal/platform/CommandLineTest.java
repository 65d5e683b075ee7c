package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandLineTest {
    @ParameterizedTest
    @MethodSource
    void writesAnArgument(String argument, String written) {
        assertThat(CommandLine.of(List.of("p", argument))).isEqualTo("p " + written);
    }

    static Stream<Arguments> writesAnArgument() {
        return Stream.of(
                Arguments.of("/stop", "/stop"),
                Arguments.of("", "\"\""),
                Arguments.of("a b", "\"a b\""),
                Arguments.of("\t", "\"\t\""),
                Arguments.of("c\"d", "\"c\\\"d\""),
                Arguments.of("\"", "\"\\\"\""),
                Arguments.of("e\\", "e\\"),
                Arguments.of("e f\\", "\"e f\\\\\""),
                Arguments.of("e\\\\ f", "\"e\\\\ f\""),
                Arguments.of("\\\"", "\"\\\\\\\"\""),
                Arguments.of("last\\\\ one\\", "\"last\\\\ one\\\\\""),
                Arguments.of("%PATH%", "\"%PATH%\""),
                Arguments.of("f&g", "\"f&g\""),
                Arguments.of("*", "\"*\""),
                Arguments.of("仮想 IP", "\"仮想 IP\""),
                Arguments.of("日本語", "日本語"),
                Arguments.of("表\\", "表\\"),
                Arguments.of("𠮷", "𠮷"),
                Arguments.of("line\nbreak", "\"line\nbreak\""));
    }

    @Test
    void quotesTheProgramWithoutEscapes() {
        assertThat(CommandLine.of(List.of("C:\\Program Files\\x\\", "y"))).isEqualTo("\"C:\\Program Files\\x\\\" y");
        assertThat(CommandLine.of(List.of("net", "start", "W3SVC"))).isEqualTo("net start W3SVC");
    }

    @Test
    void aBatchFileStandsBetweenQuotesThatCmdTakesAway() {
        assertThat(CommandLine.ofBatchFile("C:\\R&D (1)\\start.bat"))
                .isEqualTo("cmd.exe /d /v:off /s /c \"\"C:\\R&D (1)\\start.bat\"\"");
    }

    @Test
    void whatIsWrittenIsReadBackAsItWas() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            List<String> command = new ArrayList<>(List.of("C:\\a b\\p.exe"));
            for (int n = random.nextInt(4); n > 0; n--) {
                command.add(any(random));
            }
            String line = CommandLine.of(command);
            assertThat(split(line)).as(line).isEqualTo(command);
        }
    }

    private static String any(Random random) {
        String letters = "\\\\\"\" \ta%&*あ";
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(8); n > 0; n--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    /** What CommandLineToArgvW is documented to do, written from the documentation. */
    private static List<String> split(String line) {
        List<String> all = new ArrayList<>();
        int end = line.startsWith("\"") ? line.indexOf('"', 1) : line.indexOf(' ');
        all.add(line.startsWith("\"") ? line.substring(1, end) : line.substring(0, end < 0 ? line.length() : end));
        int i = end < 0 ? line.length() : end + 1;
        while (i < line.length()) {
            if (line.charAt(i) == ' ' || line.charAt(i) == '\t') {
                i++;
                continue;
            }
            StringBuilder argument = new StringBuilder();
            boolean quoted = false;
            while (i < line.length() && (quoted || (line.charAt(i) != ' ' && line.charAt(i) != '\t'))) {
                int backslashes = 0;
                while (i < line.length() && line.charAt(i) == '\\') {
                    backslashes++;
                    i++;
                }
                if (i < line.length() && line.charAt(i) == '"') {
                    argument.append("\\".repeat(backslashes / 2));
                    if (backslashes % 2 == 1) {
                        argument.append('"');
                    } else {
                        quoted = !quoted;
                    }
                    i++;
                } else if (backslashes > 0) {
                    argument.append("\\".repeat(backslashes));
                } else {
                    argument.append(line.charAt(i));
                    i++;
                }
            }
            all.add(argument.toString());
        }
        return all;
    }
}
