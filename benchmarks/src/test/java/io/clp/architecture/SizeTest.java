package io.clp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files and methods stay small enough to be read at one go. Lines are all lines, comments included. */
class SizeTest {
    private static final int FILE_MEDIAN_BELOW = 100;
    private static final int FILE_NINETIETH_BELOW = 250;
    private static final int FILE_MAX = 400;
    private static final int METHOD_MAX = 70;
    /** Raise it as the library grows, so that no rule passes on nothing. */
    private static final int FLOOR_OF_METHODS = 1_500;

    @Test
    void filesAreShort() {
        List<Integer> sizes = typeFiles().stream().map(Sources::lines).sorted().toList();

        assertThat(tooLong()).as("files of more than %d lines", FILE_MAX).isEmpty();
        assertThat(percentile(sizes, 50)).as("median of lines").isLessThan(FILE_MEDIAN_BELOW);
        assertThat(percentile(sizes, 90))
                .as("90th percentile of lines; longest: %s", longest())
                .isLessThan(FILE_NINETIETH_BELOW);
    }

    @Test
    void methodsAreShort() {
        MethodScanner scanner = new MethodScanner();

        Sources.parse(Sources.all(), scanner::scanFile);

        assertThat(scanner.tooLong)
                .as("methods of more than %d lines", METHOD_MAX)
                .isEmpty();
        assertThat(scanner.seen).as("methods seen").isGreaterThanOrEqualTo(FLOOR_OF_METHODS);
    }

    /** Files that only describe a package or a module would flatter the percentiles. */
    private static List<Path> typeFiles() {
        return Sources.all().stream()
                .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"))
                .toList();
    }

    private static List<String> tooLong() {
        return typeFiles().stream()
                .filter(file -> Sources.lines(file) > FILE_MAX)
                .map(SizeTest::withLines)
                .toList();
    }

    private static List<String> longest() {
        return typeFiles().stream()
                .sorted(Comparator.comparingInt(Sources::lines).reversed())
                .limit(10)
                .map(SizeTest::withLines)
                .toList();
    }

    private static String withLines(Path file) {
        return Sources.shortName(file) + ": " + Sources.lines(file);
    }

    private static int percentile(List<Integer> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    /** Counts from a method's first modifier to its closing brace; a lambda or an inner class counts with what holds it. */
    private static final class MethodScanner extends TreeScanner<Void, Void> {
        private final List<String> tooLong = new ArrayList<>();
        private int seen;
        private CompilationUnitTree unit;
        private SourcePositions positions;

        void scanFile(CompilationUnitTree file, Trees trees) {
            unit = file;
            positions = trees.getSourcePositions();
            scan(file, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            seen++;
            LineMap map = unit.getLineMap();
            long first = map.getLineNumber(positions.getStartPosition(unit, method));
            long last = map.getLineNumber(positions.getEndPosition(unit, method));
            if (last - first + 1 > METHOD_MAX) {
                Path file = Path.of(unit.getSourceFile().toUri());
                tooLong.add(Sources.shortName(file) + ":" + first + " " + method.getName() + ": " + (last - first + 1));
            }
            return super.visitMethod(method, null);
        }
    }
}
