package io.clp.windows.lab;

import com.sun.jna.Library;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what a package declares of Windows, from its compiled classes. */
final class Declarations {
    private Declarations() {}

    /**
     * {@return the functions declared in a folder of classes, as "Interface.Function"}
     *
     * @param folder the folder of the package
     * @param packageName the package
     * @throws IOException the folder cannot be read
     */
    static SortedSet<String> in(Path folder, String packageName) throws IOException {
        SortedSet<String> functions = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                String name = file.getFileName().toString().replaceFirst("\\.class$", "");
                functions.addAll(of(load(packageName + "." + name)));
            }
        }
        return functions;
    }

    /** {@return the functions that a class declares, as "Interface.Function"; none if it is not a library's interface} */
    static SortedSet<String> of(Class<?> type) {
        SortedSet<String> functions = new TreeSet<>();
        if (type.isInterface() && Library.class.isAssignableFrom(type)) {
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isAbstract(method.getModifiers())) {
                    functions.add(type.getSimpleName() + "." + method.getName());
                }
            }
        }
        return functions;
    }

    /** Without initialising it: its constants load libraries of Windows. */
    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Declarations.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("compiled, and not on the class path: " + name, e);
        }
    }
}
