package io.clp.config.internal.lint;

import io.clp.script.ScriptCase;
import io.clp.script.ScriptFinding;
import io.clp.script.ScriptRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Collects findings; what is found again in another situation is one finding. Not thread-safe. */
final class Findings {
    private final Map<Key, TreeSet<Integer>> found = new LinkedHashMap<>();

    /** A finding without its situations. */
    record Key(String file, int line, ScriptRule rule, String happens, String instead) {}

    /** Says that it was read. */
    void read(Key key) {
        found.computeIfAbsent(key, any -> new TreeSet<>());
    }

    /** Says that it happened. */
    void seen(Key key, ScriptCase situation) {
        found.computeIfAbsent(key, any -> new TreeSet<>()).add(ScriptCase.all().indexOf(situation));
    }

    List<ScriptFinding> of(String file) {
        List<ScriptFinding> all = new ArrayList<>();
        found.forEach((key, cases) -> {
            if (key.file().equals(file)) {
                all.add(new ScriptFinding(
                        key.file(), key.line(), key.rule(), situations(cases), key.happens(), key.instead()));
            }
        });
        all.sort(Comparator.comparingInt(ScriptFinding::line).thenComparing(ScriptFinding::rule));
        return all;
    }

    private static List<ScriptCase> situations(Collection<Integer> numbers) {
        return numbers.stream().map(ScriptCase.all()::get).toList();
    }
}
