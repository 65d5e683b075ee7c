package io.clp.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The main sources of every module, as files and as the JDK's own syntax trees. */
final class Sources {
    static final List<String> MODULES =
            List.of("clp-api", "clp-windows", "clp-testkit", "clp-iis", "clp-config", "clp-rehearse", "benchmarks");

    private Sources() {}

    /** Returns the source files of each module in the order of their paths. */
    static Map<String, List<Path>> byModule() {
        Map<String, List<Path>> files = new TreeMap<>();
        for (String module : MODULES) {
            files.put(module, javaFilesUnder(root().resolve(module).resolve("src/main/java")));
        }
        return files;
    }

    static List<Path> all() {
        return byModule().values().stream().flatMap(List::stream).toList();
    }

    static int lines(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return (int) lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String shortName(Path file) {
        return root().relativize(file).toString();
    }

    /** Hands every parsed file to the visitor; nothing is resolved, so no class path is needed. */
    static void parse(List<Path> files, Visitor visitor) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) javac.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                visitor.visit(unit, trees);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> javaFilesUnder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new AssertionError("no sources at " + folder);
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return new ArrayList<>(walk.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("clp-api"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new AssertionError(
                        "not run from inside the project: " + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder;
    }

    /** What is done with one parsed file. */
    @FunctionalInterface
    interface Visitor {
        void visit(CompilationUnitTree unit, Trees trees);
    }
}
