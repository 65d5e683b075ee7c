package io.clp.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;

/** The compiled main classes of every module, and which module each belongs to. */
final class Classes {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("jmh_generated"))
            .importPackages("io.clp");

    /** Modules by the packages below which they keep everything; what is left belongs to clp-api. */
    private static final Map<String, String> OTHER_MODULES = Map.of(
            "benchmarks", "clp-benchmarks",
            "iis", "clp-iis",
            "testkit", "clp-testkit",
            "windows", "clp-windows",
            "rehearse", "clp-rehearse",
            "config", "clp-config",
            "script", "clp-config");

    private Classes() {}

    static JavaClasses ours() {
        return OURS;
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals("io.clp") || type.getPackageName().startsWith("io.clp.");
    }

    /** Returns the module's name as in its artifact, clp-api for example; of the benchmarks: clp-benchmarks. */
    static String moduleOf(JavaClass type) {
        return OTHER_MODULES.entrySet().stream()
                .filter(it -> isIn(type, "io.clp." + it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("clp-api");
    }

    static boolean isInternal(JavaClass type) {
        return isOurs(type) && (type.getPackageName() + ".").contains(".internal.");
    }

    static boolean isIn(JavaClass type, String packageName) {
        return type.getPackageName().equals(packageName)
                || type.getPackageName().startsWith(packageName + ".");
    }

    static DescribedPredicate<JavaClass> module(String name) {
        return describe(
                "are in module " + name, type -> isOurs(type) && moduleOf(type).equals(name));
    }
}
