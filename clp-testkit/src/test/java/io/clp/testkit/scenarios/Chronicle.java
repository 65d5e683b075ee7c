package io.clp.testkit.scenarios;

import io.clp.NodeId;
import io.clp.failover.ClusterMember;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What happens in a cluster, as people read it: of the trace what tells something, and what the members log, in the order in which it
 * happened. Reads the log of all members of the process while it is open.
 */
final class Chronicle implements AutoCloseable {
    private static final Pattern TRACE =
            Pattern.compile("(\\d+):(\\d+):(\\d+)\\.(\\d{6}) (\\S+) ([^:]+(?::\\\\[^:]*)?): ?(.*)");
    private static final Pattern SAID = Pattern.compile("member (\\S+): (.*)", Pattern.DOTALL);

    /** What nobody needs to read: single resources, what is so at once, and what follows from the line before. */
    private static final Pattern DULL =
            Pattern.compile("(\\S+ )?UNKNOWN -> .*|\\S+ \\S+ -> .*|(\\S+) -> \\2 .*|.* ended: DONE.*"
                    + "|, epoch .*|announce: .*|PREFERRED|TENTATIVE|START_PENDING|STOP_PENDING|RUNNING|STOPPED");

    private static final Pattern LEAVES_UNKNOWN =
            Pattern.compile("UNKNOWN -> (ONLINE|OFFLINE_FAILURE|ONLINE_FAILURE).*");

    private final Logger log = Logger.getLogger(ClusterMember.class.getName());
    private final @Nullable Level levelBefore = log.getLevel();
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private @Nullable FakeCluster cluster;
    private @Nullable FakeNode last;
    private int read;
    private long origin;

    /**
     * What is not in the trace.
     *
     * @param behind how many lines of the trace it is behind
     * @param at when, from the beginning of the run
     * @param text who and what
     */
    private record Note(int behind, Duration at, String text) {}

    private final Handler hears = new Handler() {
        @Override
        public void publish(LogRecord record) {
            Matcher said = SAID.matcher(record.getMessage());
            if (said.matches()) {
                boolean alarm = record.getLevel().intValue() >= Level.WARNING.intValue();
                add(said.group(1), (alarm ? "ALARM: " : "says: ") + said.group(2));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Chronicle() {
        log.addHandler(hears);
        log.setLevel(Level.INFO);
    }

    void follow(FakeCluster its) {
        cluster = its;
        last = its.nodes().get(its.nodes().size() - 1);
        origin = last.timeline().nanos();
    }

    /** Returns how long the run is going on. The last node's clock is the run's: no scenario lets it drift. */
    Duration elapsed() {
        return last == null ? Duration.ZERO : Duration.ofNanos(last.timeline().nanos() - origin);
    }

    /** Has a thing appear under a name. */
    void name(String technical, String forPeople) {
        names.put(technical, forPeople);
    }

    /** Notes what a node was made to do. */
    void note(NodeId node, String text) {
        add(node.value(), text);
    }

    private void add(String node, String text) {
        synchronized (notes) {
            notes.add(new Note(trace().size(), elapsed(), node + "  " + named(text)));
        }
    }

    private List<String> trace() {
        return cluster == null ? List.of() : cluster.trace().lines().toList();
    }

    /** Returns what has happened since the last call, with the time since then. */
    List<String> news(Duration since) {
        List<String> all = trace();
        List<String> news = new ArrayList<>();
        synchronized (notes) {
            for (int at = read; at < all.size(); at++) {
                notesBehind(at, since, news);
                Matcher line = TRACE.matcher(all.get(at));
                if (line.matches()) {
                    said(line, since, news);
                }
            }
            notesBehind(all.size(), since, news);
            notes.clear();
        }
        read = all.size();
        return withoutRepeats(news);
    }

    /** What is tried again and again is told once. */
    private static List<String> withoutRepeats(List<String> lines) {
        List<String> once = new ArrayList<>();
        String before = "";
        int more = 0;
        for (String line : lines) {
            String what = line.substring(line.indexOf(" s  "));
            if (what.equals(before)) {
                more++;
                continue;
            }
            times(once, more);
            once.add(line);
            before = what;
            more = 0;
        }
        times(once, more);
        return once;
    }

    private static void times(List<String> lines, int more) {
        if (more > 0) {
            int last = lines.size() - 1;
            lines.set(last, lines.get(last) + " (" + more + " more)");
        }
    }

    private void notesBehind(int lines, Duration since, List<String> news) {
        notes.stream().filter(it -> it.behind == lines).forEach(it -> news.add(line(it.at.minus(since), it.text)));
    }

    private void said(Matcher line, Duration since, List<String> news) {
        String what = line.group(7);
        if (!DULL.matcher(what).matches() || LEAVES_UNKNOWN.matcher(what).matches()) {
            String subject = line.group(6);
            String said =
                    line.group(5) + "  " + subject.replaceFirst("^(group|service|volume|address|coordination) ?", "")
                            + (subject.equals("coordination") ? "" : ": ") + what;
            Duration at = Duration.ofHours(Long.parseLong(line.group(1)))
                    .plusMinutes(Long.parseLong(line.group(2)))
                    .plusSeconds(Long.parseLong(line.group(3)));
            news.add(line(at.plusNanos(1_000 * Long.parseLong(line.group(4))).minus(since), named(said)));
        }
    }

    private static String line(Duration after, String text) {
        long tenths = Math.max(0, after.toMillis() + 50) / 100;
        return String.format(Locale.ROOT, "%6d.%d s  %s", tenths / 10, tenths % 10, text);
    }

    /** Returns a text with things under the names they have here. */
    String named(String text) {
        String named = text;
        for (Map.Entry<String, String> each : names.entrySet()) {
            named = named.replace(each.getKey(), each.getValue());
        }
        return named.replace("\n", " / ");
    }

    @Override
    public void close() {
        log.removeHandler(hears);
        log.setLevel(levelBefore);
    }
}
