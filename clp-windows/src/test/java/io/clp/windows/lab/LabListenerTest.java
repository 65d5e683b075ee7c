package io.clp.windows.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class LabListenerTest {
    static class EveryKind {
        @Test
        void passes() {}

        @Test
        void fails() {
            fail("boom");
        }

        @Test
        void aborts() {
            assumeTrue(false, "not here");
        }

        @Disabled("never")
        @Test
        void isDisabled() {}

        @ParameterizedTest
        @ValueSource(strings = {"x"})
        void isInvoked(String value) {
            assertThat(value).isEqualTo("x");
        }
    }

    static class NeverBegins {
        @BeforeAll
        static void cannot() {
            fail("no machine");
        }

        @Test
        void unreached() {}
    }

    @Test
    void recordsWhatBecameOfEveryTest(@TempDir Path folder) throws IOException {
        run(folder.toString(), EveryKind.class);

        String prefix = LabListenerTest.class.getName() + "$EveryKind/";
        assertThat(Files.readAllLines(folder.resolve(LabListener.OUTCOMES)))
                .containsExactlyInAnyOrder(
                        "started\t" + prefix + "passes()\t",
                        "passed\t" + prefix + "passes()\t",
                        "started\t" + prefix + "fails()\t",
                        "failed\t" + prefix + "fails()\torg.opentest4j.AssertionFailedError: boom",
                        "started\t" + prefix + "aborts()\t",
                        "aborted\t" + prefix
                                + "aborts()\torg.opentest4j.TestAbortedException: Assumption failed: not here",
                        "aborted\t" + prefix + "isDisabled()\tnever",
                        "started\t" + prefix + "isInvoked(java.lang.String)/[1] x\t",
                        "passed\t" + prefix + "isInvoked(java.lang.String)/[1] x\t");
        assertThat(folder.resolve(LabListener.CALLS)).exists();
    }

    @Test
    void aClassThatNeverBeginsHasFailed(@TempDir Path folder) throws IOException {
        run(folder.toString(), NeverBegins.class);

        assertThat(Files.readAllLines(folder.resolve(LabListener.OUTCOMES)))
                .containsExactly("failed\t" + LabListenerTest.class.getName()
                        + "$NeverBegins\torg.opentest4j.AssertionFailedError: no machine");
    }

    @Test
    void withoutAFolderItRecordsNothing(@TempDir Path folder) {
        run(null, EveryKind.class);

        assertThat(folder).isEmptyDirectory();
    }

    private static void run(String folder, Class<?> tests) {
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(tests))
                                .build(),
                        new LabListener(folder));
    }
}
