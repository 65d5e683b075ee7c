package io.clp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every package says what lives in it, is null-marked, and belongs to one module. */
class PackageTest {
    @Test
    void everyPackageIsNullMarkedAndDescribed() {
        Set<Path> packages = new TreeSet<>();
        for (Path file : Sources.all()) {
            if (!file.endsWith("module-info.java")) {
                packages.add(file.resolveSibling("package-info.java"));
            }
        }
        Set<Path> missing = new TreeSet<>(packages);
        Sources.all().forEach(missing::remove);
        assertThat(missing).as("packages without package-info.java").isEmpty();

        List<String> unmarked = new ArrayList<>();
        Sources.parse(List.copyOf(packages), (unit, trees) -> {
            if (unit.getPackageAnnotations().stream().noneMatch(PackageTest::isNullMarked)) {
                unmarked.add(name(unit));
            }
        });
        assertThat(unmarked).as("packages without @NullMarked").isEmpty();
        assertThat(packages)
                .as("packages whose first words are a sentence on what lives there")
                .allSatisfy(
                        file -> assertThat(file).content(StandardCharsets.UTF_8).startsWith("/**"));
    }

    @Test
    void noPackageIsSplitBetweenModules() {
        Map<String, Set<String>> modulesOfPackage = new TreeMap<>();
        Sources.byModule()
                .forEach((module, files) -> Sources.parse(files, (unit, trees) -> {
                    if (unit.getPackageName() != null) {
                        modulesOfPackage
                                .computeIfAbsent(name(unit), name -> new TreeSet<>())
                                .add(module);
                    }
                }));

        assertThat(modulesOfPackage).isNotEmpty();
        assertThat(modulesOfPackage)
                .allSatisfy((name, modules) -> assertThat(modules).as(name).hasSize(1));
    }

    private static boolean isNullMarked(AnnotationTree annotation) {
        return annotation.getAnnotationType().toString().endsWith("NullMarked");
    }

    private static String name(CompilationUnitTree unit) {
        return unit.getPackageName().toString();
    }
}
