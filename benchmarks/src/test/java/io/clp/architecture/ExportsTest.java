package io.clp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.DirectiveTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.ModuleTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A published module exports its public packages, all of them and nothing else. */
class ExportsTest {
    @ParameterizedTest
    @ValueSource(strings = {"clp-api", "clp-windows", "clp-testkit", "clp-iis", "clp-config"})
    void exportsExactlyThePublicPackages(String module) {
        List<Path> files = Sources.byModule().get(module);
        Set<String> exported = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        Set<String> publicPackages = new TreeSet<>();

        Sources.parse(files, (unit, trees) -> {
            ModuleTree declaration = unit.getModule();
            if (declaration != null) {
                declaration.getDirectives().forEach(directive -> addTo(exported, directive));
                if (declaration.getModuleType() == ModuleTree.ModuleKind.OPEN) {
                    open.add(module);
                }
            } else if (!unit.getTypeDecls().isEmpty()) {
                String name = unit.getPackageName().toString();
                if (!(name + ".").contains(".internal.")) {
                    publicPackages.add(name);
                }
            }
        });

        assertThat(open).isEmpty();
        assertThat(exported).isEqualTo(publicPackages);
    }

    @Test
    void benchmarksAreNoModule() {
        assertThat(Sources.byModule().get("benchmarks")).noneMatch(file -> file.endsWith("module-info.java"));
    }

    private static void addTo(Set<String> exported, DirectiveTree directive) {
        if (directive instanceof ExportsTree exports) {
            exported.add(exports.getPackageName().toString());
        }
    }
}
