package io.clp.testkit.gallery;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the source files of the library that a bug is in, and loads the library and the simulation anew around it. */
final class Workshop {
    private static final String SIMULATION = "io.clp.testkit.simulation.Simulation";

    private final Path sources;
    private final Path scratch;

    Workshop(Path sources, Path scratch) {
        this.sources = sources;
        this.scratch = scratch;
    }

    /** Returns a simulation of the library with a bug in it: from a seed to the rule that was broken. */
    LongFunction<Optional<String>> simulationWith(PlantedBug bug) throws IOException {
        return simulationOf(compiled(bug));
    }

    /** Returns a simulation of the library as it is, loaded the same way. */
    LongFunction<Optional<String>> simulation() throws IOException {
        return simulationOf(Files.createDirectories(scratch.resolve("nothing")));
    }

    private Path compiled(PlantedBug bug) throws IOException {
        Path folder = scratch.resolve(bug.name());
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> planted = new ArrayList<>();
        for (String file : bug.edits().keySet()) {
            Path source = folder.resolve("source").resolve(file);
            Files.createDirectories(source.getParent());
            String original = Files.readString(sources.resolve(file), StandardCharsets.UTF_8);
            Files.writeString(source, bug.plantedIn(file, original), StandardCharsets.UTF_8);
            planted.add(source);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean done = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classPath()),
                            null,
                            files.getJavaFileObjectsFromPaths(planted))
                    .call();
            if (!done) {
                throw new IllegalStateException("bug " + bug.name() + " does not compile: " + said);
            }
        }
        return classes;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static LongFunction<Optional<String>> simulationOf(Path first) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        urls.add(first.toUri().toURL());
        for (String entry : classPath().split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        ClassLoader loader = new Anew(urls.toArray(new URL[0]));
        try {
            Class<?> simulation = Class.forName(SIMULATION, true, loader);
            var broken = simulation.getMethod("broken", long.class);
            return seed -> {
                try {
                    return ((Optional<?>) broken.invoke(null, seed)).map(String::valueOf);
                } catch (ReflectiveOperationException e) {
                    return Optional.of("threw " + e.getCause());
                }
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the simulation cannot be loaded anew", e);
        }
    }

    /** Loads what is ours itself, the bug's class first, and leaves everything else to its parent. */
    private static final class Anew extends URLClassLoader {
        Anew(URL... urls) {
            super(urls, Workshop.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.clp.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : findClass(name);
            }
        }
    }
}
