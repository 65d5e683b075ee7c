package io.clp.config.internal.read;

import io.clp.config.internal.model.MonitorSpec.Schedule;
import io.clp.config.internal.read.Values.Figure;
import io.clp.config.internal.xml.Element;
import io.clp.resource.ResourcePolicy;
import java.time.Duration;
import java.util.Optional;

/** Reads when a monitor looks. */
final class ScheduleReader {
    private static final int LONGEST = 86_400;
    private static final int MOST_RETRIES = 98;

    private final Notes notes;
    private final Values values;

    ScheduleReader(Notes notes) {
        this.notes = notes;
        values = new Values(notes);
    }

    /** Returns the schedule; what the file does not say is as everywhere in this library, the product's defaults were not found. */
    Schedule read(Element monitor) {
        ResourcePolicy base = ResourcePolicy.defaults();
        Optional<Figure> every = values.number(monitor, "polling/interval", 1, LONGEST);
        every.ifPresent(it -> notes.kept(it.at()));
        Duration interval = every.map(it -> Duration.ofSeconds(it.value())).orElse(base.monitorEvery());
        Optional<Figure> retries = values.number(monitor, "polling/reconfirmation", 0, MOST_RETRIES);
        retries.ifPresent(it -> notes.kept(it.at(), (it.value() + 1) + " failed looks in a row are a verdict"));
        Optional<Figure> delay = values.number(monitor, "firstmonwait", 0, LONGEST);
        Optional<Figure> timing = values.number(monitor, "polling/timing", 0, 1);
        return new Schedule(
                interval,
                timeout(monitor, interval),
                retries.map(it -> it.value() + 1).orElse(base.monitorFailures()),
                Duration.ofSeconds(delay.map(Figure::value).orElse(0)),
                timing.map(it -> it.value() == 0).orElse(false));
    }

    private Duration timeout(Element monitor, Duration interval) {
        Optional<Figure> found = values.number(monitor, "polling/timeout", 1, LONGEST);
        Duration usual = ResourcePolicy.defaults().probeDeadline();
        Duration limit = found.map(it -> Duration.ofSeconds(it.value())).orElse(usual);
        if (limit.compareTo(interval) <= 0) {
            found.ifPresent(it -> notes.kept(it.at()));
            return limit;
        }
        found.ifPresent(it ->
                notes.differs(it.at(), "a look may take at most the interval here: " + interval.toSeconds() + " s"));
        return interval;
    }
}
