package io.clp.windows;

import io.clp.platform.PlatformUnavailableException;
import java.nio.charset.StandardCharsets;

/** Opens the platform in a process of its own and tells what came of it. */
final class Opening {
    private Opening() {}

    /** Prints one line. */
    public static void main(String[] arguments) {
        String told;
        try (WindowsPlatform platform = WindowsPlatform.open()) {
            told = "opened on " + platform.info().computerName();
        } catch (PlatformUnavailableException e) {
            told = "refused: " + e.getMessage();
        }
        byte[] line = (told + System.lineSeparator()).getBytes(StandardCharsets.US_ASCII);
        System.out.write(line, 0, line.length);
        System.out.flush();
    }
}
