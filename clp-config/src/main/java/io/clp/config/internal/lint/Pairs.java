package io.clp.config.internal.lint;

import io.clp.script.ScriptCase;
import io.clp.script.ScriptRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether STOP.BAT undoes what START.BAT did, in the same situation. For one judgement. */
final class Pairs {
    private final Subject start;
    private final Subject stop;
    private final Facts facts;
    private final Findings findings;
    private final Things things;

    Pairs(Subject start, Subject stop, Facts facts, Findings findings) {
        this.start = start;
        this.stop = stop;
        this.facts = facts;
        this.findings = findings;
        List<Act> all = new ArrayList<>(start.allActs());
        all.addAll(stop.allActs());
        this.things = new Things(all);
    }

    void judge() {
        for (String event : List.of("START", "FAILOVER")) {
            for (String server : List.of("HOME", "OTHER")) {
                Trial starting = start.trial(event, "SUCCESS", server);
                Trial stopping = stop.trial(event, "SUCCESS", server);
                boolean comparable =
                        !starting.brokeOff() && !stopping.brokeOff() && !start.ignores(event) && !stop.ignores(event);
                if (comparable) {
                    compare(starting, stopping);
                    order(starting, stopping);
                }
                if (facts.twoWay() && !stopping.brokeOff()) {
                    restarts(stopping);
                }
            }
        }
        otherIds();
    }

    private void compare(Trial starting, Trial stopping) {
        List<Act> left = new ArrayList<>(starting.leavesRunning(things));
        left.removeIf(it -> stopping.stops().stream().anyMatch(each -> things.same(it, each)));
        List<Act> surplus = new ArrayList<>(stopping.stops());
        surplus.removeIf(it -> startsBefore(starting, it, Integer.MAX_VALUE) || startsBefore(stopping, it, it.index()));
        ScriptCase situation = starting.situation();
        for (Act kill : List.copyOf(surplus)) {
            Act load = left.stream()
                    .filter(it -> !it.watchId().isEmpty())
                    .findFirst()
                    .orElse(null);
            if (load != null && !kill.watchId().isEmpty()) {
                left.remove(load);
                surplus.remove(kill);
                findings.seen(differs(kill, load), situation);
            }
        }
        left.forEach(it -> findings.seen(neverStopped(it), situation));
        surplus.forEach(it -> findings.seen(neverStarted(it), situation));
    }

    private boolean startsBefore(Trial trial, Act act, int index) {
        return trial.acts().stream().anyMatch(it -> it.starts() && it.index() < index && things.same(it, act));
    }

    private Findings.Key differs(Act kill, Act load) {
        return new Findings.Key(
                stop.file(),
                kill.line(),
                ScriptRule.WATCH_ID_DIFFERS,
                "nothing is loaded as " + kill.watchId() + ": " + start.file() + " line " + load.line() + " loads "
                        + things.what(load) + " as " + load.watchId() + ", which keeps running",
                kill.text().replace(kill.watchId(), load.watchId()));
    }

    private Findings.Key neverStopped(Act act) {
        String instead = act.watchId().isEmpty() ? stopOf(act) : "ARMKILL " + act.watchId();
        return new Findings.Key(
                start.file(),
                act.line(),
                ScriptRule.NEVER_STOPPED,
                things.what(act) + " is started here, and " + stop.file()
                        + " leaves it running when the group leaves this node",
                instead + " in " + stop.file());
    }

    private static String stopOf(Act act) {
        return act.service().equals(Act.IIS) ? "iisreset /stop" : "net stop " + act.service();
    }

    private Findings.Key neverStarted(Act act) {
        return new Findings.Key(
                stop.file(),
                act.line(),
                ScriptRule.NEVER_STARTED,
                things.what(act) + " is stopped here, and " + start.file() + " does not start it",
                "start it in " + start.file() + ", or leave it alone here");
    }

    /** The order of the stops is the reverse of the order of the starts. */
    private void order(Trial starting, Trial stopping) {
        List<Act> running = starting.leavesRunning(things);
        int last = Integer.MAX_VALUE;
        Act before = null;
        for (Act each : stopping.stops()) {
            int at = indexOf(running, each);
            if (at > last && before != null) {
                findings.seen(outOfOrder(each, before), stopping.situation());
                return;
            }
            last = at < 0 ? last : at;
            before = at < 0 ? before : each;
        }
    }

    private int indexOf(List<Act> acts, Act act) {
        for (int i = 0; i < acts.size(); i++) {
            if (things.key(acts.get(i)).equals(things.key(act))) {
                return i;
            }
        }
        return -1;
    }

    private Findings.Key outOfOrder(Act act, Act before) {
        return new Findings.Key(
                stop.file(),
                act.line(),
                ScriptRule.STOP_ORDER,
                things.what(act) + " is started after " + things.what(before) + ", and stopped after it, too",
                act.text() + " before line " + before.line() + ": stop in the reverse order");
    }

    private void restarts(Trial stopping) {
        List<Act> acts = stopping.acts();
        for (int i = 0; i < acts.size(); i++) {
            Act each = acts.get(i);
            boolean again =
                    acts.subList(i + 1, acts.size()).stream().anyMatch(it -> it.starts() && things.same(it, each));
            if (!each.starts() && !again && things.isService(each)) {
                findings.seen(
                        new Findings.Key(
                                stop.file(),
                                each.line(),
                                ScriptRule.RESTART_FORGOTTEN,
                                things.what(each)
                                        + " is stopped and not started again, and the group of the other direction,"
                                        + " which needs it on this node, is down",
                                "start it again below, as the guide's two-way STOP.BAT does"),
                        stopping.situation());
            }
        }
    }

    /** A service that STOP.BAT loads again is loaded under the id that START.BAT gave it. */
    private void otherIds() {
        for (Act load : Subject.readActs(stop.model())) {
            if (!load.how().equals("armload") || load.service().isEmpty()) {
                continue;
            }
            List<String> ids = new ArrayList<>();
            for (Act each : start.allActs()) {
                if (each.how().equals("armload") && each.isService(load.service())) {
                    ids.add(each.watchId().toLowerCase(Locale.ROOT));
                }
            }
            if (!ids.isEmpty() && !ids.contains(load.watchId().toLowerCase(Locale.ROOT))) {
                findings.read(new Findings.Key(
                        stop.file(),
                        load.line(),
                        ScriptRule.WATCH_ID_DIFFERS,
                        start.file() + " loads " + load.service() + " as " + ids.get(0)
                                + ": one service under two watches is started twice",
                        load.text().replace(load.watchId(), ids.get(0))));
            }
        }
    }
}
