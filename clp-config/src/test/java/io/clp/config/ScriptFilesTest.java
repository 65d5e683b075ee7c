package io.clp.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.resource.ScriptResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFilesTest {
    private static final String CONF = Broken.RIGHT
            .replace("fip@fip2", "script@s1")
            .replace(
                    "<fip name=\"fip2\"><parameters><ip>10.1.1.22/24</ip></parameters></fip>", "<script name=\"s1\"/>");

    @TempDir
    private Path folder;

    private Path conf;

    @BeforeEach
    void write() throws IOException {
        conf = Files.writeString(folder.resolve("clp.conf"), CONF);
    }

    @Test
    void scriptsAreFoundBesideTheFileWithoutRegardToCase() throws IOException {
        Path start = script("Scripts2/DB/S1/Start.bat");
        Path stop = script("Scripts2/DB/S1/STOP.BAT");

        ClusterDefinition read = ClusterDefinition.read(conf, folder.resolve("Scripts2"));

        assertThat(read.scripts()).singleElement().satisfies(it -> {
            assertThat(it.start()).isEqualTo(start);
            assertThat(it.stop()).isEqualTo(stop);
            assertThat(it.resource()).hasToString("s1");
        });
    }

    @Test
    void aMissingScriptIsAProblemWithItsPath() throws IOException {
        script("scripts/db/s1/start.bat");

        assertThatThrownBy(() -> ClusterDefinition.read(conf))
                .hasMessage("clp.conf: 21:3: resource/script[s1]: script file scripts\\db\\s1\\stop.bat is missing");
    }

    @Test
    void aScriptThatIsNamedIsTakenFromTheFolder() throws IOException {
        script("scripts/db/s1/go.bat");
        script("scripts/db/s1/stop.bat");
        Files.writeString(
                conf,
                CONF.replace(
                        "<script name=\"s1\"/>",
                        "<script name=\"s1\"><parameters><act><path>go.bat</path></act></parameters></script>"));

        ScriptResource script =
                (ScriptResource) ClusterDefinition.read(conf).group("db").resource("s1");

        assertThat(script.startFile()).isEqualTo("go.bat");
    }

    @Test
    void aPathThatLeavesTheFolderIsRefused() throws IOException {
        script("outside.bat");
        script("scripts/db/s1/stop.bat");
        for (String path :
                new String[] {"..\\..\\..\\outside.bat", "../../../outside.bat", "C:\\outside.bat", "..", "\\\\s\\x.bat"
                }) {
            Files.writeString(
                    conf,
                    CONF.replace(
                            "<script name=\"s1\"/>",
                            "<script name=\"s1\"><parameters><act><path>" + path
                                    + "</path></act></parameters></script>"));

            assertThatThrownBy(() -> ClusterDefinition.read(conf))
                    .hasMessageContaining("would leave the folder of the scripts");
        }
    }

    @Test
    void aGroupWhoseNameLeavesTheFolderIsRefused() throws IOException {
        script("db/s1/start.bat");
        Files.writeString(conf, CONF.replace("<group name=\"db\">", "<group name=\"..\">"));

        assertThatThrownBy(() -> ClusterDefinition.read(conf))
                .hasMessageContaining("would leave the folder of the scripts");
    }

    @Test
    void aLinkThatLeavesTheFolderIsRefused() throws IOException {
        Path outside = script("outside.bat");
        script("scripts/db/s1/stop.bat");
        Files.createSymbolicLink(folder.resolve("scripts/db/s1/start.bat"), outside);

        assertThatThrownBy(() -> ClusterDefinition.read(conf)).hasMessageContaining("is a link that leaves the folder");
    }

    @Test
    void scriptsLieOnTheNodesWhereTheOptionsSay() throws IOException {
        script("scripts/db/s1/start.bat");
        script("scripts/db/s1/stop.bat");
        ReadOptions options =
                ReadOptions.builder().scriptsOnNodes("D:\\ha\\scripts").build();

        ScriptResource script = (ScriptResource)
                ClusterDefinition.read(conf, options).group("db").resource("s1");

        assertThat(script.directory()).isEqualTo("D:\\ha\\scripts\\db\\s1\\");
    }

    private Path script(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "exit /b 0\r\n");
    }
}
