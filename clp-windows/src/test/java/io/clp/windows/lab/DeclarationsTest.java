package io.clp.windows.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.jna.Native;
import com.sun.jna.win32.StdCallLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclarationsTest {
    interface WindowsApi extends StdCallLibrary {
        WindowsApi INSTANCE = Native.load("a library that no machine has", WindowsApi.class);

        boolean first(String name);

        int second();

        default int both() {
            return 2;
        }
    }

    interface NothingNative {
        void ignored();
    }

    @Test
    void everyAbstractMethodOfALibraryIsAFunction() {
        assertThat(Declarations.of(WindowsApi.class)).containsExactly("WindowsApi.first", "WindowsApi.second");
    }

    @Test
    void otherTypesDeclareNone() {
        assertThat(Declarations.of(NothingNative.class)).isEmpty();
        assertThat(Declarations.of(String.class)).isEmpty();
    }

    @Test
    void readsTheCompiledClassesWithoutLoadingAnyLibrary(@TempDir Path folder) throws IOException {
        copy(WindowsApi.class, folder);
        copy(NothingNative.class, folder);
        Files.writeString(folder.resolve("notes.txt"), "no class");

        assertThat(Declarations.in(folder, getClass().getPackageName()))
                .containsExactly("WindowsApi.first", "WindowsApi.second");
    }

    @Test
    void aFolderThatIsNotThereIsAnError(@TempDir Path folder) {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> Declarations.in(folder.resolve("classes"), "p"));
    }

    private static void copy(Class<?> type, Path folder) throws IOException {
        String file = type.getName().replaceFirst(".*\\.", "") + ".class";
        try (var bytes = type.getResourceAsStream(file)) {
            Files.copy(Objects.requireNonNull(bytes), folder.resolve(file));
        }
    }
}
