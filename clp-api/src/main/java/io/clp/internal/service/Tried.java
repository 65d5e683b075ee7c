package io.clp.internal.service;

import io.clp.platform.ActResult;
import io.clp.platform.ServiceStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a run did, in order, for its error: equal acts in a row are counted, and waits in one state are one line. Not thread-safe. */
final class Tried {
    private final List<Line> lines = new ArrayList<>();

    private sealed interface Line {}

    private record Acted(String text, int times) implements Line {
        @Override
        public String toString() {
            return times == 1 ? text : text + ", " + times + " times";
        }
    }

    private record Waited(String whose, ServiceStatus first, ServiceStatus last, Duration total) implements Line {
        @Override
        public String toString() {
            return whose + "waited " + total + " in " + first.state() + progress();
        }

        private String progress() {
            if (last.checkpoint() != first.checkpoint()) {
                return ", its checkpoint went from " + first.checkpoint() + " to " + last.checkpoint();
            }
            Duration hint = Duration.ofMillis(last.waitHintMillis());
            boolean overdue = last.state().pending() && !hint.isZero() && total.compareTo(hint) > 0;
            return overdue ? ", without progress within its wait hint of " + hint : "";
        }
    }

    /** Notes an act and its answer. */
    void act(String whose, ServiceGoal goal, ActResult result) {
        String text = whose + goal.verb() + ": " + result;
        if (last() instanceof Acted before && before.text().equals(text)) {
            replaceLast(new Acted(text, before.times() + 1));
        } else {
            lines.add(new Acted(text, 1));
        }
    }

    /** Notes a wait, and how the service's own word on its progress changed meanwhile. */
    void waited(String whose, ServiceStatus from, ServiceStatus to, Duration time) {
        ServiceStatus end = to.state() == from.state() ? to : from;
        if (last() instanceof Waited before
                && before.whose().equals(whose)
                && before.first().state() == from.state()) {
            replaceLast(new Waited(whose, before.first(), end, before.total().plus(time)));
        } else {
            lines.add(new Waited(whose, from, end, time));
        }
    }

    /** Returns all of it. */
    List<String> lines() {
        return lines.stream().map(Line::toString).toList();
    }

    private Line last() {
        return lines.isEmpty() ? new Acted("", 0) : lines.get(lines.size() - 1);
    }

    private void replaceLast(Line line) {
        lines.set(lines.size() - 1, line);
    }
}
