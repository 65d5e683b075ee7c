package io.clp.iis;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.resource.MessageCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IisMessagesTest {
    private final MessageCatalog catalog = IisResource.builder("iis")
            .services(IisService.WWW)
            .control(IisControl.armLoad())
            .standby(Standby.ONE_WAY)
            .build()
            .messages();

    @Test
    void theJapaneseTextsAreTheGuidesToTheByte() throws Exception {
        Set<String> ours = new LinkedHashSet<>();
        for (String key : keys()) {
            ours.add("ARMBCAST /MSG \"" + text(key, Locale.JAPANESE) + "\" /A");
        }
        assertThat(ours).containsExactlyInAnyOrderElementsOf(new LinkedHashSet<>(guideLines()));
    }

    /** The lines of the guide's one-way START.BAT and then STOP.BAT, in the order in which they stand there. */
    @ParameterizedTest
    @CsvSource({
        "0, STARTING_HOME",
        "1, STARTING_OTHER",
        "2, STARTING_HOME_AFTER_FAILOVER",
        "3, STARTING_OTHER_AFTER_FAILOVER",
        "4, PARTITION_NOT_CONNECTED",
        "5, CLUSTER_NOT_RUNNING",
        "6, STOPPING_HOME",
        "7, STOPPING_OTHER",
        "8, STOPPING_HOME_AFTER_FAILOVER",
        "9, STOPPING_OTHER_AFTER_FAILOVER",
        "10, CLUSTER_NOT_RUNNING_AT_STOP"
    })
    void eachKeyStandsForItsLineOfTheGuide(int line, String constant) throws Exception {
        byte[] guide = guideLines().get(line).getBytes(StandardCharsets.UTF_8);
        byte[] ours =
                ("ARMBCAST /MSG \"" + text(keyOf(constant), Locale.JAPAN) + "\" /A").getBytes(StandardCharsets.UTF_8);
        assertThat(ours).isEqualTo(guide);
    }

    @Test
    void theEnglishTextStandsForEveryOtherLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.JAPAN);
        try {
            assertThat(text(IisMessages.CLUSTER_NOT_RUNNING, Locale.FRENCH))
                    .isEqualTo("CLUSTERPRO is not in operation");
            assertThat(text(IisMessages.CLUSTER_NOT_RUNNING_AT_STOP, Locale.ROOT))
                    .isEqualTo(" CLUSTERPRO is not in operation");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyKeyHasATextInBothLanguages() throws Exception {
        List<String> keys = keys();
        assertThat(keys).hasSize(11).doesNotHaveDuplicates();
        for (String key : keys) {
            assertThat(text(key, Locale.ENGLISH)).isNotEqualTo(key);
            assertThat(text(key, Locale.JAPANESE)).isNotEqualTo(key).isNotEqualTo(text(key, Locale.ENGLISH));
        }
    }

    @Test
    void anUnknownKeyStandsForItself() {
        assertThat(text("no.such.key", Locale.JAPANESE)).isEqualTo("no.such.key");
    }

    private String text(String key, Locale locale) {
        return catalog.text(key, locale, List.of());
    }

    private static List<String> keys() throws IllegalAccessException {
        List<String> keys = new ArrayList<>();
        for (var field : IisMessages.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                keys.add((String) field.get(null));
            }
        }
        return keys;
    }

    private static String keyOf(String constant) throws ReflectiveOperationException {
        return (String) IisMessages.class.getField(constant).get(null);
    }

    private static List<String> guideLines() throws IOException {
        try (InputStream in = IisMessagesTest.class.getResourceAsStream("guide-armbcast-lines.txt")) {
            return Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .toList();
        }
    }
}
