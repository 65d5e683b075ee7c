package io.clp.testkit.internal.sim;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says for people what a simulation is doing. */
final class Report {
    private static final int TIMERS_SHOWN_MAX = 20;

    private Report() {}

    static String time(long nanos) {
        return "+" + Duration.ofNanos(nanos);
    }

    /** Lists everything that has not ended. Only for the holder of the baton. */
    static String of(Scheduler scheduler) {
        StringBuilder text = head(scheduler);
        for (SimTask<?> task : scheduler.tasks.inOrder()) {
            text.append("  task '")
                    .append(task.name())
                    .append("' (")
                    .append(task.id)
                    .append(") ");
            text.append(task.begun() ? task.state() : "has not begun").append('\n');
            stack(text, task.thread);
        }
        if (scheduler.outside.awaited != null) {
            text.append("  the test ").append(scheduler.outside.state()).append('\n');
            stack(text, scheduler.outside.thread);
        }
        List<SimTimer> timers = scheduler.agenda.alarms.inOrder().stream()
                .filter(SimTimer.class::isInstance)
                .map(SimTimer.class::cast)
                .toList();
        timers.stream().limit(TIMERS_SHOWN_MAX).forEach(timer -> text.append("  ")
                .append(timer.periodic() ? "periodic " : "")
                .append(timer.describe())
                .append(", due at ")
                .append(time(timer.atNanos))
                .append('\n'));
        if (timers.size() > TIMERS_SHOWN_MAX) {
            text.append("  and ").append(timers.size() - TIMERS_SHOWN_MAX).append(" more timers\n");
        }
        return text.toString();
    }

    /** Shows what a thread does that has the baton. */
    static String running(Scheduler scheduler, Thread thread) {
        StringBuilder text = head(scheduler);
        Party party = scheduler.current();
        text.append(party == null ? "  a timer callback" : "  task '" + party.name() + "'")
                .append(" on ")
                .append(thread.getName())
                .append('\n');
        for (StackTraceElement frame : thread.getStackTrace()) {
            text.append("      at ").append(frame).append('\n');
        }
        return text.toString();
    }

    private static StringBuilder head(Scheduler scheduler) {
        return new StringBuilder("at ")
                .append(time(scheduler.agenda.nowNanos()))
                .append(", after ")
                .append(scheduler.steps())
                .append(" steps, seed ")
                .append(scheduler.seed)
                .append(":\n");
    }

    /** Appends the part of a stack between the body's first line and its call of the timeline. */
    private static void stack(StringBuilder text, @Nullable Thread thread) {
        if (thread == null) {
            return;
        }
        List<StackTraceElement> frames = Arrays.asList(thread.getStackTrace());
        int top = 0;
        while (top < frames.size() && !entersTimeline(frames.get(top))) {
            top++;
        }
        for (StackTraceElement frame : frames.subList(Math.min(top + 1, frames.size()), frames.size())) {
            if (frame.getClassName().equals(SimTask.class.getName())) {
                break;
            }
            if (!frame.getClassName().contains("$$Lambda")) {
                text.append("      at ").append(describe(frame)).append('\n');
            }
        }
    }

    /** Names a frame alike on all JDKs: its own text has the class loader on some. */
    private static String describe(StackTraceElement frame) {
        String line = frame.getFileName() + ":" + frame.getLineNumber();
        return frame.getClassName() + "." + frame.getMethodName() + "(" + line + ")";
    }

    private static boolean entersTimeline(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.equals(SimTimeline.class.getName())
                || (type.equals(SimTask.class.getName())
                        && frame.getMethodName().equals("join"));
    }
}
