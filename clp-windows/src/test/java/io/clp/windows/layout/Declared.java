package io.clp.windows.layout;

import com.sun.jna.Library;
import com.sun.jna.Structure;
import com.sun.jna.platform.win32.WinBase.OVERLAPPED;
import io.clp.windows.internal.win32.Natives;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what we declare of Windows, in the compiled classes. */
final class Declared {
    /** Structures of jna-platform that go to a function as a pointer, so that no declaration names them. */
    private static final List<Class<? extends Structure>> BEHIND_POINTERS = List.of(OVERLAPPED.class);

    private Declared() {}

    /** {@return the classes that mirror the headers} */
    static List<Class<?>> declarations() {
        return in(Natives.class.getPackageName());
    }

    /** {@return the classes of a package of ours, nested ones included, none of them initialised} */
    static List<Class<?>> in(String packageName) {
        try {
            Path classes = Path.of(
                    Natives.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files = Files.list(classes.resolve(packageName.replace('.', '/')))) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                        .<Class<?>>map(name -> load(packageName + "." + name.replaceFirst("\\.class$", "")))
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the compiled classes of " + packageName + " cannot be listed", e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Declared.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("compiled, and not on the class path: " + name, e);
        }
    }

    /**
     * {@return every structure that a function of ours takes or that lies in another one, ours and those of jna-platform, by
     * name}
     */
    static List<Class<? extends Structure>> structures() {
        Set<Class<? extends Structure>> found = new TreeSet<>(Comparator.comparing(Class::getName));
        for (Class<?> declaration : declarations()) {
            add(declaration, found);
            if (Library.class.isAssignableFrom(declaration)) {
                for (Method function : declaration.getDeclaredMethods()) {
                    Stream.of(function.getParameterTypes()).forEach(type -> add(type, found));
                }
            }
        }
        BEHIND_POINTERS.forEach(type -> add(type, found));
        return new ArrayList<>(found);
    }

    private static void add(Class<?> type, Set<Class<? extends Structure>> found) {
        if (Structure.class.isAssignableFrom(type) && found.add(type.asSubclass(Structure.class))) {
            for (Field field : type.getFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    add(field.getType(), found);
                }
            }
        }
    }

    /** {@return whether the structure has characters in it, which are two bytes on Windows and four elsewhere} */
    static boolean hasCharacters(Class<? extends Structure> type) {
        return Stream.of(type.getFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .anyMatch(field -> field.getType() == char[].class || field.getType() == char.class);
    }

    /** {@return the constants that a class declares: fields that are static, final and hold one number} */
    static List<Field> constants(Class<?> type) {
        return Stream.of(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers()))
                .filter(field -> !field.isSynthetic() && Values.isOne(field.getType()))
                .toList();
    }
}
