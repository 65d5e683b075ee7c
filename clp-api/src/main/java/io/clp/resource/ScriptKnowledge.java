package io.clp.resource;

import java.util.Map;
import java.util.TreeMap;

/**
 * What this process knows of a script on one node. Gone with the process: a script leaves nothing by which another one could tell.
 *
 * @param kind what is known
 * @param detail the reason, for people; empty where the kind says it
 * @param inherited whether it is about what an earlier process may have left, not about a start by this one
 * @param watches the services that the scripts have loaded, or may have, by watch id, as far as this library served their ARM commands
 */
record ScriptKnowledge(Kind kind, String detail, boolean inherited, Map<String, String> watches) {
    /** What is known. */
    enum Kind {
        /** Nothing: this process has run neither script. */
        NOTHING,
        /** START.BAT ended as it should, STOP.BAT has not run since. */
        STARTED,
        /** STOP.BAT ended as it should, or there was nothing to stop. */
        STOPPED,
        /** A script ended otherwise than it should. */
        FAILED,
        /** A script did not come to its end. */
        DOUBTED
    }

    private static final ScriptKnowledge OF_NOTHING = new ScriptKnowledge(Kind.NOTHING, "", true, Map.of());
    private static final ScriptKnowledge OF_STOP = new ScriptKnowledge(Kind.STOPPED, "", false, Map.of());

    static ScriptKnowledge nothing() {
        return OF_NOTHING;
    }

    static ScriptKnowledge stopped() {
        return OF_STOP;
    }

    ScriptKnowledge started() {
        return new ScriptKnowledge(Kind.STARTED, "", false, watches);
    }

    ScriptKnowledge doubted(String why) {
        return new ScriptKnowledge(Kind.DOUBTED, why, inherited, watches);
    }

    ScriptKnowledge failed(String why) {
        return new ScriptKnowledge(Kind.FAILED, why, inherited, watches);
    }

    /** Returns what is known while START.BAT runs: whatever becomes of it is this process's own doing. */
    ScriptKnowledge starting(String why) {
        return new ScriptKnowledge(Kind.DOUBTED, why, false, watches);
    }

    ScriptKnowledge loading(String watchId, String service) {
        Map<String, String> all = byId();
        all.put(watchId, service);
        return new ScriptKnowledge(kind, detail, inherited, all);
    }

    ScriptKnowledge ended(String watchId) {
        Map<String, String> all = byId();
        all.remove(watchId);
        return new ScriptKnowledge(kind, detail, inherited, all);
    }

    /** Returns the watches by their ids as these are compared: without regard to case. */
    private Map<String, String> byId() {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(watches);
        return all;
    }
}
